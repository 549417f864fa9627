// The help table with the age of each row: what is older than 90 days asks to be looked at again.
import { recheckAfterDays } from '$lib/content/help';
import { dateLines, getHelpPack } from '$lib/content/help.server';
import { addDays, dayOf } from '$lib/i18n/day';

export interface DatedRow {
	id: string;
	name: string;
	checkedOn: string;
	checkedBy: string | null;
	/** The day from which somebody should look again. */
	recheckOn: string;
	old: boolean;
}

/** Every row of the table, oldest first. */
export function listHelpRows(now: Date): DatedRow[] {
	const { lines, worry } = getHelpPack();
	return dateLines([...lines, ...worry], now)
		.map(({ id, name, checkedOn, checkedBy, old }) => ({ id, name, checkedOn, checkedBy, old, recheckOn: recheckDay(checkedOn) }))
		.sort((a, b) => a.recheckOn.localeCompare(b.recheckOn) || a.name.localeCompare(b.name));
}

export function countOldLines(now: Date): number {
	return listHelpRows(now).filter(({ old }) => old).length;
}

/** 90 days after the end of the year or month in which it was checked: the age is never overstated. */
function recheckDay(checkedOn: string): string {
	const [year = 0, month = 12] = checkedOn.split('-').map(Number);
	return addDays(dayOf(new Date(Date.UTC(year, month, 1, 12))), recheckAfterDays);
}
