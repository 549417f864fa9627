// Which words stand for which data of the studio.
import type { Decision, Discipline, ReviewField } from '$lib/content/review';
import type { Ending } from '$lib/content/graph';
import type { Key } from '$lib/i18n/translator';
import type { Role } from './reading-order';

export const disciplineWords = {
	institution: 'studio.disciplineInstitution',
	technology: 'studio.disciplineTechnology',
	'peer-method': 'studio.disciplinePeerMethod',
	'childrens-rights': 'studio.disciplineChildrensRights',
	psychology: 'studio.disciplinePsychology',
	law: 'studio.disciplineLaw'
} satisfies Record<Discipline, Key>;

export const decisionWords = {
	accept: 'studio.decisionAccept',
	change: 'studio.decisionChange',
	refuse: 'studio.decisionRefuse'
} satisfies Record<Decision, Key>;

export const wrongWords = {
	discipline: 'studio.wrongDiscipline',
	role: 'studio.wrongRole',
	decision: 'studio.wrongDecision',
	on: 'studio.wrongDate',
	note: 'studio.wrongNote'
} satisfies Record<ReviewField, Key>;

export const endingWords = {
	good: 'studio.legendGood',
	mixed: 'studio.legendMixed',
	hard: 'studio.legendHard'
} satisfies Record<Ending, Key>;

export const roleWords = {
	heading: 'studio.roleHeading',
	text: 'studio.roleText',
	link: 'studio.roleLink',
	button: 'studio.roleButton',
	choice: 'studio.roleChoice',
	input: 'studio.roleInput',
	image: 'studio.roleImage',
	item: 'studio.roleItem',
	region: 'studio.roleRegion'
} satisfies Record<Role, Key>;

/** An ISO date as people of a language write it. */
export function writeDate(locale: string, date: string): string {
	const format = new Intl.DateTimeFormat(`${locale}-BE-u-ca-gregory-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${date}T00:00:00Z`));
}
