import { describe, expect, it } from 'vitest';
import type { Graph } from '../lib/content/graph';
import { demoEventId, inventPlays, seededRandom } from './demo-plays';

const graph: Graph = {
	id: 'tiny',
	version: 1,
	start: 'a',
	vars: {},
	scores: {},
	nodes: {
		a: {
			choices: [
				{ id: 'b', to: 'b' },
				{ id: 'c', to: 'c' }
			]
		},
		b: { choices: [{ id: 'a', to: 'a' }] },
		c: { choices: [], end: 'good' }
	}
};

describe('inventPlays', () => {
	it('gives the same plays for the same seed, and others for another', () => {
		const plays = (seed: number) => {
			const random = seededRandom(seed);
			return Array.from({ length: 20 }, () => inventPlays(graph, random));
		};
		expect(plays(1)).toEqual(plays(1));
		expect(plays(1)).not.toEqual(plays(2));
	});

	it('plays as people can: a start first, each place counted once, an end at an ending', () => {
		const random = seededRandom(7);
		for (let device = 0; device < 200; device += 1) {
			const events = inventPlays(graph, random);
			expect(events[0]).toEqual({ attempt: 'first', kind: 'start' });
			for (const attempt of ['first', 'later'] as const) {
				const places = events
					.filter((event) => event.attempt === attempt)
					.map((event) => `${event.kind} ${'node' in event ? event.node : ''}`);
				expect(new Set(places).size).toBe(places.length);
			}
			for (const event of events) if (event.kind === 'end') expect(event.node).toBe('c');
		}
	});
});

describe('demoEventId', () => {
	it('has the shape of a random id', () => expect(demoEventId('x')).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/));
});
