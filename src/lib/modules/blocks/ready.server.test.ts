import { describe, expect, it } from 'vitest';
import type { CompiledModule } from '$lib/content/graph';
import { compileExercises } from '../../content/sample-exercises';
import { getPlayerData, writeNodes } from '../player-data.server';
import { sampleModule } from '../sample-module';
import { openServedPlay } from '../served-play.server';
import { readAnswers } from './answer';

const secret = 'a secret for tests, thirty-two characters';
const compiled = compileExercises().modules!;
// The story begins where the exercises are.
const atExercises = (module: CompiledModule): CompiledModule => ({
	...module,
	graph: { ...module.graph, start: 'dur', nodes: { ...module.graph.nodes, dur: { choices: [{ id: 'bien', to: 'bien' }] } } }
});
const fr = atExercises(compiled.fr);

/** The page that an address without JavaScript shows. */
function answerBy(query: string) {
	const given = new URLSearchParams(query);
	const read = { s: given.get('s'), c: null, quiz: given.get('quiz'), options: readAnswers(given) };
	const opening = openServedPlay(secret, fr, read);
	if (!opening.ok) return opening.reason;
	const blocks = getPlayerData(fr, 'fr', opening.served).nodes.dur!.blocks;
	return blocks.map((block) => (block.type === 'form' ? block.html : '')).join('');
}

describe('exercises made ready for a page', () => {
	const html = answerBy('');

	it('are forms, without anything that the Player would take for its own', () => {
		expect(html.match(/<form /g)).toHaveLength(6);
		expect(html).not.toContain('<!--');
		expect(html).not.toMatch(/<script|onclick|style=/);
		expect(new Set(html.match(/ id="[^"]+"/g)).size).toBe((html.match(/ id="/g) ?? []).length);
	});

	it('send their words nowhere where one only thinks', () => {
		expect(html).toContain('<textarea');
		expect(html.split('<form').every((part) => !part.split('</form>')[0]!.includes('<textarea'))).toBe(true);
	});

	it('are answered by their address, with the play of that address', () => {
		const answered = answerBy('quiz=paires&o1=1&o2=2');
		expect(answered).toMatch(/<span data-verdict="complete">C’est ça\.<\/span>/);
		expect(answered).toMatch(/name="s" value="v1\./);
		expect(html).not.toMatch(/data-verdict="\w+">/);
	});

	it.each(['quiz=paires&o1=7', 'quiz=paires&o9=1', 'quiz=ordre&o1=7', 'quiz=louche&o1=no', 'quiz=gone'])('refuse %s', (query) => {
		expect(answerBy(query)).toBe('unknown-quiz');
	});

	it('come in the words of a language, and to the device as forms too', () => {
		const [frNodes, arNodes] = [writeNodes(compiled.fr, 'fr'), writeNodes(compiled.ar, 'ar')];
		expect(frNodes).not.toContain('"exercise"');
		expect(frNodes).toContain('Coche ce qui te semble louche.');
		// Nothing is translated here: French words all through rather than two languages in one form.
		expect(arNodes).toContain('Coche ce qui te semble louche.');
		const { dur, ...others } = compiled.ar.nodes;
		const translated = { ...compiled.ar, nodes: { ...others, dur: { ...dur!, untranslated: undefined } } };
		expect(writeNodes(translated, 'ar')).toContain('هذه إجابتي');
	});

	it('come with a way on where readers get stuck, folded away', () => {
		const nodes = { ...sampleModule.nodes, start: { ...sampleModule.nodes.start!, stuck: true as const } };
		const { nodes: shown, forms } = getPlayerData({ ...sampleModule, nodes }, 'nl');
		expect(forms).toBe(true);
		expect(shown.start!.blocks.at(-1)).toMatchObject({ type: 'form', html: expect.stringContaining('<a href="/nl/help">') });
	});

	it('say so to the page, and only where there are some', () => {
		expect(getPlayerData(fr, 'fr').forms).toBe(true);
		const plain = { ...sampleModule, nodes: { start: sampleModule.nodes.start! } };
		expect(getPlayerData(plain, 'fr')).not.toHaveProperty('forms');
		expect(Object.keys(getPlayerData(fr, 'fr').messages.player!).filter((key) => key.startsWith('exercise'))).toEqual([]);
	});
});
