// Sentences: what may identify somebody is marked, two adults read, the author can take back, nothing stays too long.
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { openDatabase } from '../database/database.server';
import { blankIdentifiers, findIdentifiers } from './identifiers';
import {
	addStatement,
	approve,
	countWritten,
	forgetStatements,
	listApproved,
	listRead,
	listWritten,
	makeReceipt,
	passOn,
	refuse,
	withdrawStatement
} from './queue.server';
import { keepUntilOf, mayPublish, tidyStatement } from './statement';

describe('findIdentifiers', () => {
	it.each([
		['fr', 'Je m’appelle Lina et j’habite rue des Tilleuls 12', ['name', 'address']],
		['fr', 'Appelle-moi au 0470 12 34 56 ou sur insta: lina.2010', ['number', 'handle']],
		['fr', 'Monsieur Dupont du centre de Florennes a crié', ['name', 'place']],
		['fr', 'À Bruxelles tout le monde le sait', ['place']],
		['en', 'My name is Samir, write to samir@example.org', ['name', 'handle']],
		['en', 'He lives at 14 Station Road and his room 12 is next to mine', ['address', 'number']],
		['nl', 'Ik heet Femke en woon in de Kerkstraat 5 in Gent', ['name', 'address', 'place']],
		['nl', 'Mijn snap is femke_x en mijn school is in 2000 Antwerpen', ['handle', 'address']],
		['ar', 'اسمي محمد وأسكن في شارع السلام 7', ['name', 'address']],
		['ar', 'رقمي ٠٤٧٠١٢٣٤٥٦ وصديقي علي في بروكسل', ['number', 'name', 'place']]
	])('in %s: %s', (_, text, kinds) => {
		const found = findIdentifiers(text);
		for (const kind of kinds) expect(found.map((each) => each.kind)).toContain(kind);
		for (const { start, end } of found) expect(blankIdentifiers(text)).not.toContain(text.slice(start, end));
	});

	it.each([
		'Le Wi-Fi s’arrête trop tôt le soir.',
		'The light is too strong at night.',
		'De regels zijn niet eerlijk.',
		'الضوء قوي في الليل',
		'On veut parler avec les coachs le lundi'
	])('leaves alone: %s', (text) => expect(findIdentifiers(text)).toEqual([]));
});

describe('a sentence', () => {
	it('loses what hides or reorders text', () => {
		expect(tidyStatement('  a\u202eb\u200bc\n\nd ')).toBe('a b c d');
	});

	it('is kept until a Monday within thirty days', () => {
		const until = new Date(keepUntilOf(new Date('2027-03-10T12:00:00Z')));
		expect(until.getUTCDay()).toBe(1);
		expect(until.getTime() - Date.UTC(2027, 2, 10)).toBeLessThanOrEqual(30 * 86_400_000);
	});

	it('may be published from three organisations on', () => {
		const from = (ids: string[]) => ids.map((organisationId) => ({ organisationId, state: 'approved' as const }));
		expect(mayPublish(from(['a', 'b', 'b']))).toBe(false);
		expect(mayPublish([...from(['a', 'b']), { organisationId: 'c', state: 'read' }])).toBe(false);
		expect(mayPublish(from(['a', 'b', 'c']))).toBe(true);
	});
});

describe('the queue', () => {
	const now = new Date('2027-03-10T12:00:00Z');
	const statement = (raw: string) => ({
		consultationId: 'c',
		step: 'gather',
		organisationId: 'org',
		groupId: 'group',
		setting: 'shelter',
		locale: 'fr',
		raw
	});

	async function open() {
		const moderation = await openDatabase({
			file: join(temporaryFolder(), 'moderation.db'),
			migrations: 'drizzle/moderation',
			secureDelete: true
		});
		onTestFinished(() => moderation.close());
		return moderation;
	}

	it('passes a sentence through both readings and forgets its raw words', async () => {
		const moderation = await open();
		await addStatement(moderation, statement('Raw words'), makeReceipt(), now);
		const [written] = await listWritten(moderation, ['group']);
		expect(await listWritten(moderation, ['other'])).toEqual([]);
		expect(await passOn(moderation, written?.id ?? '', ['other'], 'x')).toBe('gone');
		expect(await passOn(moderation, written?.id ?? '', ['group'], 'Clean words')).toBe('done');
		expect(await approve(moderation, { id: written?.id ?? '', organisationId: 'elsewhere', cleaned: 'x' }, now)).toBe('gone');
		expect(await listRead(moderation, 'org')).toHaveLength(1);
		expect(await approve(moderation, { id: written?.id ?? '', organisationId: 'org', cleaned: 'Clean words' }, now)).toBe('done');
		expect(await listApproved(moderation, 'c')).toMatchObject([{ raw: '', cleaned: 'Clean words' }]);
	});

	it('gives a sentence back to its author at any time, once, however the code is typed', async () => {
		const moderation = await open();
		const receipt = makeReceipt();
		await addStatement(moderation, statement('Mine'), receipt, now);
		const [written] = await listWritten(moderation, ['group']);
		await passOn(moderation, written?.id ?? '', ['group'], 'Mine');
		expect(await withdrawStatement(moderation, 'ABCDEFGHJK')).toBe(false);
		expect(await withdrawStatement(moderation, ` ${receipt.slice(0, 5).toLowerCase()}-${receipt.slice(5)} `)).toBe(true);
		expect(await withdrawStatement(moderation, receipt)).toBe(false);
		expect(
			await approve(moderation, { id: written?.id ?? '', organisationId: 'org', cleaned: 'Mine' }, now),
			'withdrawn meanwhile'
		).toBe('gone');
	});

	it('deletes what is refused, and what nobody read in time', async () => {
		const moderation = await open();
		await addStatement(moderation, statement('One'), makeReceipt(), now);
		await addStatement(moderation, statement('Two'), makeReceipt(), now);
		const [first] = await listWritten(moderation, ['group']);
		expect(await refuse(moderation, first?.id ?? '', { groupIds: ['group'] })).toBe('done');
		expect(await forgetStatements(moderation, now)).toBe(0);
		expect(await forgetStatements(moderation, new Date('2027-04-11T12:00:00Z'))).toBe(1);
	});

	it('keeps an approved sentence for the answer to its consultation, a year and no longer', async () => {
		const moderation = await open();
		await addStatement(moderation, statement('Mine'), makeReceipt(), now);
		const [written] = await listWritten(moderation, ['group']);
		expect((await countWritten(moderation, ['group', 'other'])).get('group')).toEqual({ n: 1, until: keepUntilOf(now) });
		await passOn(moderation, written?.id ?? '', ['group'], 'Mine');
		expect((await countWritten(moderation, ['group'])).size).toBe(0);
		await approve(moderation, { id: written?.id ?? '', organisationId: 'org', cleaned: 'Mine' }, now);
		const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
		expect(await forgetStatements(moderation, later(300))).toBe(0);
		expect(await forgetStatements(moderation, later(366))).toBe(1);
	});
});
