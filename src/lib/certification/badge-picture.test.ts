import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { achievements } from './badge';
import { drawBadge } from './badge-picture';

it.each(achievements)('the PNG of %s was drawn from its present drawing (else run: npm run badges:draw)', (achievement) => {
	const prints = JSON.parse(readFileSync('src/lib/certification/pictures/drawn-from.json', 'utf8')) as Record<string, string>;
	expect(prints[achievement]).toBe(createHash('sha256').update(drawBadge(achievement)).digest('hex'));
});

it('has no words, no script and nothing from elsewhere', () => {
	for (const achievement of achievements)
		expect(drawBadge(achievement)).not.toMatch(/<(text|script|style|image|a|use)\b|href|on\w+=/);
});
