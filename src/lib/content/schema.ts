// What the front matter of a module may hold. Short notations of the author ("int 0..3 = 0") become data here.
import * as v from 'valibot';
import type { Variable } from './graph';
import { isName } from './expression';
import { findAudience, unitFields, type UnitFacts } from './training';
import { ageBands, castIds, moods, placeIds } from './vocabulary';

/** Ids of modules, nodes, objectives and people: lower-case ASCII letters, digits, single hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const id = v.pipe(v.string(), v.regex(idPattern, 'must be made of lower-case letters a-z, digits and single hyphens'));
const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const wholeNumber = v.pipe(
	v.number('must be a number'),
	v.integer('must be a whole number'),
	v.minValue(1, 'must be at least 1')
);
const day = v.pipe(v.string(), v.isoDate('must be a date like 2026-11-20'));
const name = v.pipe(
	v.string(),
	v.check(isName, 'is not a possible name: use ASCII letters and digits, and none of the reserved words')
);

const variable = v.pipe(
	v.string('must be like "int 0..3 = 0" or "bool = false"'),
	v.rawTransform(({ dataset, addIssue, NEVER }): Variable => {
		const bool = /^bool = (true|false)$/.exec(dataset.value.trim());
		if (bool) return { type: 'bool', start: bool[1] === 'true' };
		const int = /^int (-?\d+)\.\.(-?\d+) = (-?\d+)$/.exec(dataset.value.trim());
		if (int) return { type: 'int', min: Number(int[1]), max: Number(int[2]), start: Number(int[3]) };
		addIssue({ message: 'must be like "int 0..3 = 0" or "bool = false"' });
		return NEVER;
	})
);

const score = v.pipe(
	v.string('must be like "0..6 pass 4"'),
	v.rawTransform(({ dataset, addIssue, NEVER }): { min: number; max: number; pass: number } => {
		const found = /^(-?\d+)\.\.(-?\d+) pass (-?\d+)$/.exec(dataset.value.trim());
		if (found) return { min: Number(found[1]), max: Number(found[2]), pass: Number(found[3]) };
		addIssue({ message: 'must be like "0..6 pass 4"' });
		return NEVER;
	})
);

const ages = v.array(v.picklist(ageBands, 'must be 12-13, 14-15 or 16-18'), 'must be a list of age bands');

/** What modules and training units have in common. */
const shared = {
	id,
	version: wholeNumber,
	kind: v.picklist(['film', 'chat', 'story', 'quiz', 'lesson'], 'must be film, chat, story, quiz or lesson'),
	title: text,
	summary: text,
	minutes: wholeNumber,
	intensity: v.picklist([1, 2, 3], 'must be 1, 2 or 3'),
	forewarning: v.optional(text),
	picture: v.strictObject({
		place: v.picklist(placeIds, `must be one of ${placeIds.join(', ')}`),
		cast: v.array(
			v.strictObject({
				who: v.picklist(castIds, `must be one of ${castIds.join(', ')}`),
				mood: v.picklist(moods, `must be one of ${moods.join(', ')}`)
			})
		)
	}),
	memo: text,
	objectives: v.optional(v.record(id, text), {}),
	start: text,
	vars: v.optional(v.record(name, variable), {}),
	scores: v.optional(v.record(name, score), {}),
	people: v.optional(v.record(id, text), {}),
	reviewed: v.optional(v.array(v.strictObject({ by: text, on: day })), []),
	sources: v.optional(v.array(text), [])
};

export const frontMatterSchema = v.strictObject({
	...shared,
	ages: v.pipe(ages, v.nonEmpty('must name at least one age band')),
	draft: v.optional(v.boolean('must be true or false'), false),
	booster: v.optional(id)
});

/** Of a training unit: adults have no age band, and there are neither drafts nor boosters. */
export const unitFrontMatterSchema = v.pipe(
	v.strictObject({ ...shared, ages: v.optional(ages, []), ...unitFields }),
	v.forward(
		v.check(({ audience, unit }) => findAudience(unit) === audience, 'is not a unit of this audience'),
		['unit']
	),
	v.transform(({ audience, unit, check, pass, renewal, ...fields }): FrontMatter => {
		return { ...fields, draft: false, booster: undefined, training: { audience, unit, check, pass, renewal } };
	})
);

/** `training` is what a training unit has beyond a module. */
export type FrontMatter = v.InferOutput<typeof frontMatterSchema> & { training?: UnitFacts };
