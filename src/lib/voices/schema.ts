// One participation event as a device sends it. Only these fields, only these shapes: words that look like an id are the
// most that can get in, and the route then checks them against the modules that exist.
import * as v from 'valibot';

/** 16 random bytes, base64url without padding; the last character carries two bits only. */
const randomKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
const slug = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

const common = {
	/** Fresh for every event, so that a repeat counts once and two events of a device can't be linked. */
	id: randomKey,
	/** The group's key, the same on every device of the group. */
	key: randomKey,
	module: slug,
	version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
	locale: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z]{2})?$/)),
	attempt: v.picklist(['first', 'later'])
};

export const participationSchema = v.variant('kind', [
	v.strictObject({ ...common, kind: v.literal('start') }),
	v.strictObject({ ...common, kind: v.literal('choice'), node: slug, choice: slug }),
	v.strictObject({ ...common, kind: v.literal('end'), node: slug })
]);

/** What a device sends. */
export type ParticipationEvent = v.InferOutput<typeof participationSchema>;

type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never;

/** What is counted: the event with the group that its key stands for. */
export type Participation = WithoutKey<ParticipationEvent> & { groupId: string; organisationId: string };
