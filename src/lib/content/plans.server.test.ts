import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPlans } from './plan';
import { addPlay } from './plans.server';
import { compileSample } from './sample';

it('a recorded play is added to the plan of its ending, and can be played', () => {
	const module = compileSample().modules!.fr;
	const folder = mkdtempSync(join(tmpdir(), 'relais-plans-'));
	const play = { path: ['suite', 'bien'], ending: 'bien' };
	const file = addPlay(join(folder, 'module.svx'), module, play);
	addPlay(join(folder, 'module.svx'), module, { ...play, path: ['suite', 'suite', 'bien'] });
	expect(file).toBe(join(folder, 'bien.plan'));
	expect(checkPlans(module, [{ file, text: readFileSync(file, 'utf8') }])).toMatchObject({ plays: 2, findings: [] });
});
