// What a country's help table must look like. A table that is wrong stops the build: a wrong number is worse than none.
import * as v from 'valibot';
import { locales } from '$lib/i18n/locales';
import { factNames, type HelpPack, type Localised } from './help';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is HH:MM, up to 24:00'));
const month = v.pipe(
	v.string(),
	v.regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, 'checked_on is a year or a year and month, like 2026-11')
);

function inEveryLanguage<S extends v.GenericSchema>(value: S) {
	return v.strictObject(Object.fromEntries(locales.map(({ id }) => [id, value])) as Localised<S>);
}

const hours = v.variant('kind', [
	v.strictObject({ kind: v.literal('always') }),
	v.strictObject({ kind: v.literal('daily'), from: time, to: time }),
	v.strictObject({ kind: v.literal('unknown') })
]);

/** The table's own column names, as people who fill it in know them. */
const checked = { source: text, checked_on: month, checked_by: v.nullable(text) };

function renameChecked<T extends { checked_on: string; checked_by: string | null }>({ checked_on, checked_by, ...rest }: T) {
	return { ...rest, checkedOn: checked_on, checkedBy: checked_by };
}

const channel = v.strictObject({
	kind: v.picklist(['phone', 'chat', 'mail', 'forum', 'web']),
	value: v.nullable(text),
	hours
});

const line = v.pipe(
	v.strictObject({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
		name: text,
		kind: v.picklist(['talk', 'image', 'care', 'worry']),
		about: v.nullable(inEveryLanguage(text)),
		languages: v.nullable(v.pipe(v.array(text), v.minLength(1))),
		channels: v.array(channel),
		hours,
		free: v.boolean(),
		anonymous: v.nullable(v.picklist(['yes', 'if-wanted'])),
		whatHappens: inEveryLanguage(v.pipe(v.array(text), v.minLength(1))),
		whatHappensReadByService: v.boolean(),
		facts: v.record(v.picklist(factNames), v.picklist(['verified', 'not-verified'])),
		...checked
	}),
	v.check(
		({ hours, facts }) => facts.hours !== 'not-verified' || hours.kind === 'unknown',
		'hours that are not verified are unknown'
	),
	v.check(
		({ languages, facts }) => (languages === null) === (facts.languages === 'not-verified'),
		'languages: a list, or not-verified'
	),
	v.transform(renameChecked)
);

const emergency = v.pipe(v.strictObject({ number: text, for: inEveryLanguage(text), ...checked }), v.transform(renameChecked));

const schema = v.strictObject({
	country: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
	timeZone: text,
	emergency: v.pipe(v.array(emergency), v.minLength(1)),
	lines: v.array(line),
	worry: v.array(line)
});

/** Reads a help table; throws with the file, the place in it and what is wrong. */
export function parseHelpPack(data: unknown, file: string): HelpPack {
	const result = v.safeParse(schema, data);
	if (result.success) return result.output;
	const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'table'}: ${issue.message}`);
	throw new Error(`${file} can't be used. Correct it:\n${problems.join('\n')}`);
}
