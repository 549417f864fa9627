import { describe, expect, it } from 'vitest';
import { checkPlans, parsePlan } from './plan';
import { formatPlay, recordPlays } from './plan-record';
import { compileSample } from './sample';

const { fr } = compileSample().modules!;
const check = (text: string) => checkPlans(fr, [{ file: 'sample.plan', text }]);
const messages = (text: string) => check(text).findings.map(({ line, message }) => `${line}: ${message}`);

const whole = `# Two ways out.
== Je parle

[Le début]
" un texte fort et une page
> Je parle

[suite]
+ Un pas
+ Je ne sais pas
> Un pas

[La suite]
- Un pas
> bien

[Bien]
end: good
score: points 2

== Je me tais
[Le début]
> suite-2
[La suite]
+ Je ne sais pas
- Fin
> Je ne sais pas
[Dur]
" Ce n'est pas ta faute
end: hard
score: points 0
`;

describe('checkPlans', () => {
	it('passes plays that go as written, and counts what they cover', () => {
		const { plays, findings, coverage } = check(whole);
		expect(findings).toEqual([]);
		expect(plays).toBe(2);
		expect(coverage.nodes).toEqual({ covered: 4, total: 4, missing: [] });
		expect(coverage.edges).toEqual({ covered: 5, total: 5, missing: [] });
	});

	it('names what no plan plays', () => {
		const { coverage } = check(whole.slice(whole.indexOf('== Je me tais')));
		expect(coverage.nodes.missing).toEqual(['bien']);
		expect(coverage.edges.missing).toEqual(['debut > suite', 'suite > suite', 'suite > bien']);
	});

	it.each([
		['[Le début]', '[Le debut]', '4: the play is in “Le début” (debut), not in “Le debut”'],
		['" un texte fort', '" un texte faible', '5: “Le début” (debut) does not say “un texte faible et une page”'],
		['[La suite]\n- Un pas', '[La suite]\n+ Un pas', '14: “Un pas” is not offered here'],
		['+ Un pas', '- Un pas', '9: “Un pas” is offered here'],
		['> Un pas', '> Deux pas', '11: “La suite” (suite) has no choice “Deux pas”'],
		['> bien', '> Un pas', '15: “Un pas” is not offered here'],
		['end: good', 'end: mixed', '18: the play ends good, in “bien”'],
		['points 2', 'points 3', '19: “points” is 2, not 3'],
		['points 2', 'poids 2', '19: there is no score “poids”'],
		['[Bien]\nend: good', '[Bien]', '2: the play “Je parle” does not say how it ends'],
		['> bien\n', 'end: good\n', '15: the play has not ended: it is in “La suite” (suite)'],
		['end: good', 'end: super', '18: “end: super” can’t be understood'],
		['== Je parle', '', '4: this stands before the first play']
	])('says what is not so: %s, written %s', (before, after, message) => {
		expect(messages(whole.replace(before, after))).toContainEqual(message);
	});

	it('reads what any editor writes', () => {
		expect(messages(`\uFEFF${whole.replaceAll('\n', '\r\n').replaceAll('’', "'")}`)).toEqual([]);
		expect(parsePlan('', 'x.plan')).toEqual({ plays: [], findings: [] });
	});
});

describe('recordPlays', () => {
	it('writes plays that cover what is missing and run as they are', () => {
		const { missing } = check('').coverage.edges;
		const plays = recordPlays(fr.graph, missing);
		expect(plays).toEqual(recordPlays(fr.graph, missing));
		const text = plays.map(({ path, ending }) => formatPlay(fr, path, ending)).join('\n');
		const { findings, coverage } = check(text);
		expect(findings).toEqual([]);
		expect(coverage.nodes.missing).toEqual([]);
		expect(coverage.edges.missing).toEqual([]);
	});

	it('has nothing to record where all is covered, or nothing can be', () => {
		expect(recordPlays(fr.graph, [])).toEqual([]);
		expect(recordPlays(fr.graph, ['debut > nowhere'])).toEqual([]);
	});
});
