// Every kit: compiles without an error, keeps its locked steps, adds up in each duration, and is whole in every language.
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../src/lib/content/finding';
import { stepsOf } from '../src/lib/content/kit';
import { compileKits } from '../src/lib/content/kit-compile';
import { checkPlan } from '../src/lib/live/plan';
import { samplePlan } from './live/content';

const kits = compileKits('content/kits', () => true);

it('are there for the first six subjects', () => {
	const slugs = ['aider', 'bienvenue', 'le-groupe-s-enflamme', 'mes-reglages', 'mon-image-ton-image', 'trop-sympa'];
	expect(kits.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
});

describe.each(kits)('$slug', ({ kits: compiled, findings }) => {
	it('has no error and no warning', () => {
		expect(findings.map(formatFinding)).toEqual([]);
	});

	it.each([45, 60, 90])('fills %i minutes, from the pre-brief to the feedback', (duration) => {
		const steps = stepsOf(compiled!.fr.kit, duration);
		expect(steps.reduce((sum, { time }) => sum + time, 0)).toBe(duration);
		expect(steps[0]?.kind).toBe('pre-brief');
		expect(steps.slice(-2).map(({ kind }) => kind)).toEqual(['debrief', 'feedback']);
	});

	it.each(['fr', 'en', 'nl', 'ar'] as const)('is whole in %s', (locale) => {
		const { kit, text } = compiled![locale];
		expect(text.translated).toBe(1);
		for (const { id, options = [], kind } of kit.steps) {
			const step = text.steps[id]!;
			expect(step.title && step.say.length).toBeTruthy();
			expect(Object.keys(step.options ?? {})).toEqual(options);
			if (kind !== 'pre-brief' && kind !== 'feedback') expect(step.paper).toBeTruthy();
		}
		for (const id of kit.take) expect(text.take[id]).toBeTruthy();
		for (const id of kit.items) expect(text.items[id]).toBeTruthy();
	});

	it('is refused without a coach when it is sensitive', () => {
		const { kit } = compiled!.fr;
		const plan = { ...samplePlan, kit: kit.slug, coachPresent: false, lines: false };
		expect(checkPlan(plan, kit)).toBe(kit.intensity > 1 ? 'coach-absent' : null);
		expect(checkPlan({ ...plan, coachPresent: true }, kit)).toBeNull();
	});
});
