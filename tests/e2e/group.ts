// Groups of the demo that journeys join, and a look into the voices that a coach doesn't have.
import { expect, type Page } from '@playwright/test';
import { connectTo } from './databases';

/** Types the code and ends on the module list, as a member of the group. */
export async function joinByCode(page: Page, code: string): Promise<void> {
	await page.goto('/fr/join');
	await page.locator('input[name="code"]').fill(code);
	await page.locator('form button[type="submit"]').click();
	await expect(page).toHaveURL(/\/fr\/modules$/);
}

/** All that is counted of one group's module: started and completed, whichever attempt. */
export async function readCounts(key: string): Promise<{ started: number; completed: number }> {
	const accounts = connectTo('accounts');
	const voices = connectTo('voices');
	try {
		const { rows: groups } = await accounts.execute({ sql: 'select id from "group" where key = ?', args: [key] });
		const { rows } = await voices.execute({
			sql: 'select coalesce(sum(started), 0) as started, coalesce(sum(completed), 0) as completed from participation_count where group_id = ?',
			args: [groups[0]?.id ?? '']
		});
		return { started: Number(rows[0]?.started), completed: Number(rows[0]?.completed) };
	} finally {
		accounts.close();
		voices.close();
	}
}
