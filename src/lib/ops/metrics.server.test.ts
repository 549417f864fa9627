import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { createMetrics } from './metrics.server';

it('counts, times and measures, and names no page and nobody', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'voices.db'), 'x'.repeat(4096));
	const metrics = createMetrics((name) => join(folder, `${name}.db`));
	metrics.countAnswer('site', 200);
	metrics.countAnswer('site', 204);
	metrics.countAnswer('live', 503);
	metrics.timeWork(30);
	const { text, type } = await metrics.render({ rooms: 2, streams: 40 });
	expect(type).toContain('text/plain');
	for (const line of [
		'relais_answers_total{area="site",status="2xx"} 2',
		'relais_answers_total{area="live",status="5xx"} 1',
		'relais_work_seconds_bucket{le="0.05"} 1',
		'relais_live_streams 40',
		'relais_database_bytes{database="voices",part="file"} 4096',
		'process_resident_memory_bytes'
	])
		expect(text).toContain(line);
	const own = text.split('\n').filter((line) => /^relais_/.test(line));
	expect(own.join('\n')).not.toMatch(/route|path=|url|address|account="|\/fr\b/);
});

it('sums what was refused, by area and status, until it is asked', () => {
	const folder = temporaryFolder();
	const metrics = createMetrics((name) => join(folder, `${name}.db`));
	expect(metrics.takeRefusals()).toEqual({});
	for (const status of [200, 303, 404, 503, 429, 429, 403]) metrics.countAnswer('site', status);
	metrics.countAnswer('live', 429);
	expect(metrics.takeRefusals()).toEqual({ 'site 429': 2, 'site 403': 1, 'live 429': 1 });
	expect(metrics.takeRefusals()).toEqual({});
});
