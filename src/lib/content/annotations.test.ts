import { describe, expect, it } from 'vitest';
import { compileSample, listCodes } from './sample';

describe('a delay', () => {
	it('is taken from the end of a bubble, and is no part of its words', () => {
		const { modules, units } = compileSample([['Salut !', 'Salut ! `delay: 1500`']]);
		const chat = modules!.fr.nodes.debut!.blocks.find(({ type }) => type === 'chat');
		expect(chat).toMatchObject({ lines: [{ html: 'Salut !', delay: 1500 }, { html: 'Salut.' }] });
		expect(units.find(({ id }) => id === 'debut.chat1')!.source).toBe('Salut !');
	});

	it.each([
		['E004', '`delay: soon`'],
		['E004', '`delay: 60000`'],
		['E004', '`delay`'],
		['E003', '`once`']
	])('%s is found for %s', (code, annotation) => {
		expect(listCodes([['Salut !', `Salut ! ${annotation}`]])).toEqual([code]);
	});
});

describe('a node', () => {
	it('can be marked as one where readers get stuck, and by what it is about', () => {
		const { modules } = compileSample([['## suite', '## suite `stuck` `tag: photo, groupe` `tag: nuit`']]);
		expect(modules!.fr.nodes.suite!.stuck).toBe(true);
		expect(modules!.fr.graph.nodes.suite!.tags).toEqual(['photo', 'groupe', 'nuit']);
		expect(listCodes([['## suite', '## suite `stuck` `tag: photo`']])).toEqual([]);
	});

	it.each([
		['E004', '`stuck: 3`'],
		['E004', '`tag`'],
		['E004', '`tag: Photo`'],
		['E003', '`delay: 300`']
	])('%s is found for %s', (code, annotation) => {
		expect(listCodes([['## suite', `## suite ${annotation}`]])).toEqual([code]);
	});
});
