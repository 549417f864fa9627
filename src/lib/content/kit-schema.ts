// What the front matter of a kit may hold.
import * as v from 'valibot';
import { idPattern } from './schema';
import { castIds, moods, placeIds } from './vocabulary';

const id = v.pipe(v.string(), v.regex(idPattern, 'must be made of lower-case letters a-z, digits and single hyphens'));
const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const list = <T extends v.GenericSchema>(of: T) => v.pipe(v.array(of, 'must be a list'), v.minLength(1, 'must not be empty'));
const person = v.strictObject({
	who: v.picklist(castIds, `must be one of ${castIds.join(', ')}`),
	mood: v.picklist(moods, `must be one of ${moods.join(', ')}`)
});

export const kitSchema = v.strictObject({
	id,
	version: v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
	module: id,
	title: text,
	summary: text,
	ages: list(v.picklist(['12-13', '14-15', '16-18'], 'must be 12-13, 14-15 or 16-18')),
	intensity: v.picklist([1, 2, 3] as const, 'must be 1, 2 or 3'),
	forewarning: v.optional(text),
	durations: list(v.picklist([45, 60, 90] as const, 'must be 45, 60 or 90')),
	picture: v.strictObject({ place: v.picklist(placeIds, `must be one of ${placeIds.join(', ')}`), cast: list(person) }),
	material: list(text),
	/** What a young person may take along, by id. */
	take: v.record(id, text),
	/** Items of the instrument, by id, as statements to agree with. */
	items: v.record(id, text),
	/** Scenes of the story that are for one reader (questions about oneself): the choice that the group takes there unasked. */
	alone: v.optional(v.record(id, id), {}),
	/** Scenes that a group is not led to, like the short version of the story. */
	aside: v.optional(v.array(id), []),
	reviewed: v.optional(v.array(v.strictObject({ by: text, on: v.pipe(v.string(), v.isoDate('must be a date')) })), []),
	sources: v.optional(v.array(text), [])
});
export type KitFields = v.InferOutput<typeof kitSchema>;
