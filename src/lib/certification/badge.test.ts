// The modules that make and verify badges against their tables (tests/certification), which the mutation check asks of damaged copies.
import { describe, expect, it } from 'vitest';
import { targets } from '../../../tests/certification/targets';

const modules = import.meta.glob<never>(['./badge*.ts', '!./*.test.ts']);

for (const file of Object.keys(targets).filter((each) => each.startsWith('badge'))) {
	const cases = (await targets[file]?.()) ?? [];
	describe(file, () => {
		it('has cases, each of its own name', () => {
			expect(cases.length).toBeGreaterThan(0);
			expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
		});

		it.each(cases)('$name', async ({ holds }) => {
			expect(await holds((await modules[`./${file}.ts`]?.()) as never)).toBe(true);
		});
	});
}
