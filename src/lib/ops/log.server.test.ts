import { describe, expect, it } from 'vitest';
import { createLog } from './log.server';

function collect(level = 'info') {
	const lines: string[] = [];
	return { log: createLog(level, { write: (line) => void lines.push(line) }), lines };
}

describe('the log', () => {
	it('writes one JSON line with the known fields, without a machine’s name', () => {
		const { log, lines } = collect();
		log.info({ id: 'ab12', method: 'GET', route: '/health', status: 200, ms: 3 });
		expect(JSON.parse(lines[0] ?? '')).toEqual({
			level: 'info',
			time: expect.any(Number),
			id: 'ab12',
			method: 'GET',
			route: '/health',
			status: 200,
			ms: 3
		});
	});

	it('drops every other field and says which', () => {
		const { log, lines } = collect();
		const careless = { status: 400, address: '192.0.2.7', username: 'canary' };
		log.warn(careless);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 400, dropped: ['address', 'username'] });
		expect(lines[0]).not.toMatch(/192\.0\.2\.7|canary/);
	});

	it('drops what an error says, and keeps where it happened', () => {
		const { log, lines } = collect();
		log.error({ error: new Error('Failed query: insert … params: canary@example.org') });
		expect(lines[0]).not.toContain('canary');
		expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
			name: 'Error',
			stack: [expect.stringContaining('log.server.test.ts'), ...Array(7).fill(expect.any(String))].slice(0, 8)
		});
	});

	it('keeps quiet below its level', () => {
		const { log, lines } = collect('warn');
		log.info({ id: 'ab12' });
		expect(lines).toEqual([]);
	});
});
