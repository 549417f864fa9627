// Figures beside their goals, as a table or as JSON.

export interface Row {
	what: string;
	value: number;
	unit: string;
	/** The figure passes when it is on this side of the goal. */
	goal: { atMost: number } | { atLeast: number } | null;
}

/** Prints the rows (`--json`: as data) and says whether all goals are met. */
export function print(rows: Row[]): boolean {
	const missed = rows.filter(({ value, goal }) => goal && ('atMost' in goal ? value > goal.atMost : value < goal.atLeast));
	if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, '\t'));
	else
		for (const row of rows) {
			const goal = row.goal ? ('atMost' in row.goal ? `goal <= ${row.goal.atMost}` : `goal >= ${row.goal.atLeast}`) : '';
			const mark = missed.includes(row) ? 'MISS' : ' ok ';
			const value = row.value.toFixed(row.value < 10 ? 2 : 0).padStart(8);
			console.log(`${mark}  ${row.what.padEnd(60)} ${value} ${row.unit.padEnd(6)} ${goal}`);
		}
	return missed.length === 0;
}
