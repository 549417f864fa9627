// Training days: for young people and coaches together, as the programme of 2013 had them, or one for scout and guide units.
// Attendance is counts, plus the accounts that it counts for.
import * as v from 'valibot';
import { isDay, isTime } from '../i18n/day';

/** `day-1` to `day-3` follow each other; `scouts` stands alone. */
export const programmes = ['day-1', 'day-2', 'day-3', 'scouts', 'other'] as const;
export type Programme = (typeof programmes)[number];

export interface TrainingDay {
	readonly id: string;
	readonly organisationId: string;
	readonly on: string;
	readonly starts: string;
	readonly ends: string;
	readonly place: string;
	readonly programme: Programme;
	/** How many were there; null until somebody counted. */
	readonly young: number | null;
	readonly adults: number | null;
	readonly version: number;
}

/** One part of a day, in minutes; its words are the message `training.part_<id>`. */
export interface Part {
	id: PartId;
	minutes: number;
}

type PartId = 'welcome' | 'online' | 'reflexes' | 'role' | 'told' | 'care' | 'lead' | 'rehearse' | 'rights' | 'camp' | 'close';

/** What a day of each kind is made of: a template to start from, pauses not counted. */
export const templates: Record<Exclude<Programme, 'other'>, readonly Part[]> = {
	'day-1': [
		{ id: 'welcome', minutes: 45 },
		{ id: 'online', minutes: 120 },
		{ id: 'reflexes', minutes: 90 },
		{ id: 'close', minutes: 30 }
	],
	'day-2': [
		{ id: 'role', minutes: 90 },
		{ id: 'told', minutes: 120 },
		{ id: 'care', minutes: 60 },
		{ id: 'close', minutes: 30 }
	],
	'day-3': [
		{ id: 'lead', minutes: 90 },
		{ id: 'rehearse', minutes: 120 },
		{ id: 'rights', minutes: 60 },
		{ id: 'close', minutes: 30 }
	],
	scouts: [
		{ id: 'welcome', minutes: 30 },
		{ id: 'online', minutes: 60 },
		{ id: 'told', minutes: 60 },
		{ id: 'camp', minutes: 75 },
		{ id: 'close', minutes: 15 }
	]
};

/** Programmes with a sheet of exercises (content/training-days). */
export const sheetProgrammes = ['day-1', 'day-2', 'day-3'] as const satisfies readonly Programme[];
export type SheetProgramme = (typeof sheetProgrammes)[number];

/** Whether a text names a programme with a sheet of exercises. */
export function isSheetProgramme(text: string): text is SheetProgramme {
	return (sheetProgrammes as readonly string[]).includes(text);
}

/** Hours that a form begins with. */
export const usualHours = { starts: '09:30', ends: '16:00' };

const counted = v.pipe(
	v.string(),
	v.trim(),
	v.check((text) => text === '' || /^\d{1,3}$/.test(text)),
	v.transform((text) => (text === '' ? null : Number(text)))
);

const daySchema = v.pipe(
	v.object({
		on: v.pipe(v.string(), v.check(isDay)),
		starts: v.pipe(v.string(), v.check(isTime)),
		ends: v.pipe(v.string(), v.check(isTime)),
		place: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120)),
		programme: v.picklist(programmes)
	}),
	v.forward(
		v.partialCheck([['starts'], ['ends']], ({ starts, ends }) => starts < ends),
		['ends']
	)
);

export type DayFields = v.InferOutput<typeof daySchema>;
export type Checked<Value> = { ok: true; value: Value } | { ok: false; wrong: string[] };

/** Reads a posted day, or names the fields that are wrong. */
export function checkDay(fields: Record<string, string>): Checked<DayFields> {
	return check(v.safeParse(daySchema, fields));
}

const attendanceSchema = v.object({ young: counted, adults: counted });

/** Reads the counts of who was there. Nobody can have attended a day to come (`today`, `on`). */
export function checkAttendance(
	fields: Record<string, string>,
	on: string,
	today: string
): Checked<{ young: number | null; adults: number | null }> {
	if (on > today) return { ok: false, wrong: ['future'] };
	return check(v.safeParse(attendanceSchema, fields));
}

function check<Value>(read: { success: boolean; output?: unknown; issues?: readonly v.BaseIssue<unknown>[] }): Checked<Value> {
	if (read.success) return { ok: true, value: read.output as Value };
	const wrong = (read.issues ?? []).map((issue) => String(issue.path?.[0]?.key ?? ''));
	return { ok: false, wrong: [...new Set(wrong)] };
}
