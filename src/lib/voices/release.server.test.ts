// A release from counts to the register, through every format, to another instance.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import readWorkbook, { type Row } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { draftRelease, findRelease, listReleases, signRelease } from './release.server';
import { importBundle } from './federation.server';
import { nameOf } from './cells';
import type { Programme } from './programme';
import { canonicalText, readRelease, type Release } from './release';
import { rollUp } from './roll-up';
import { attendanceTable, participationCountTable } from './tables.server';

const now = new Date('2027-01-12T10:00:00Z');
const period = '2026-27/Q2';
const ids = ['a', 'b', 'c', 'd'];
const programme = (country = 'BE'): Programme => ({
	country,
	organisations: ids.map((id) => ({ id })),
	groups: ids.map((id) => ({ id: `g-${id}`, organisationId: id, setting: id === 'a' ? 'shelter' : 'school' })),
	counts: [{ organisationId: 'a', indicator: 'training-days', kind: 'things', value: 2 }],
	...{
		instrument: [],
		rightsModules: ['droits'],
		locales: ['fr', 'nl'],
		settings: ['shelter', 'school'],
		modules: ['histoire', 'droits']
	}
});

async function fill(voices: Database): Promise<void> {
	const common = { version: 1, attempt: 'first' as const, period };
	const row = (id: string, module: string, locale: string, started: number) => ({
		...common,
		organisationId: id,
		groupId: `g-${id}`,
		module,
		locale,
		started,
		completed: Math.floor(started * 0.8)
	});
	const rows = ids.flatMap((id, index) => [
		row(id, 'histoire', 'fr', 20 + index * 7),
		row(id, 'histoire', 'nl', 3 + index * 5),
		row(id, 'droits', 'fr', 11 + index)
	]);
	await voices.write(async (tx) => {
		await tx.insert(participationCountTable).values(rows);
		await tx.insert(attendanceTable).values(
			ids.map((id) => ({
				period,
				organisationId: id,
				groupId: `g-${id}`,
				occasion: 'live' as const,
				method: 'hands' as const,
				meetings: 2,
				count: 25
			}))
		);
	});
}

async function publish(voices: Database, country = 'BE', tables: string[] = []): Promise<Release> {
	const made = await draftRelease(voices, programme(country), { period, records: [], demo: true, tables }, now);
	if (!made.ok) throw new Error(made.reason);
	expect(made.draft.failures).toEqual([]);
	const signed = await signRelease(voices, made.draft, 'Coordination, Démo', now);
	if (!signed.ok) throw new Error(signed.reason);
	return (await findRelease(voices, signed.slug))!.release;
}

describe('a release', () => {
	it('is published once, for a quarter that is over, and never again', async () => {
		const voices = await temporaryVoices();
		const draft = (at: Date) => draftRelease(voices, programme(), { period, records: [], demo: true }, at);
		const nothing = { ...programme(), counts: [] };
		expect(await draftRelease(voices, nothing, { period, records: [], demo: true }, now)).toEqual({ ok: false, reason: 'empty' });
		await fill(voices);
		expect(await draft(new Date('2026-12-31T10:00:00Z'))).toEqual({ ok: false, reason: 'not-over' });
		const progress: string[] = [];
		const made = await draftRelease(voices, programme(), { period, records: [], demo: true }, now, (done, all) =>
			progress.push(`${done}/${all}`)
		);
		expect(progress.at(0)).toBe('0/3');
		expect(progress.at(-1)).toBe('3/3');
		if (!made.ok) throw new Error(made.reason);
		expect(await signRelease(voices, made.draft, 'Coordination', now)).toEqual({ ok: true, slug: 'BE-2026-27-Q2' });
		expect(await signRelease(voices, made.draft, 'Coordination', now)).toEqual({ ok: false, reason: 'frozen' });
		expect(await draft(now)).toEqual({ ok: false, reason: 'frozen' });
		expect(await listReleases(voices)).toHaveLength(1);
	});

	it('whose audit failed is never signed', async () => {
		const voices = await temporaryVoices();
		await fill(voices);
		const made = await draftRelease(voices, programme(), { period, records: [], demo: true }, now);
		if (!made.ok) throw new Error(made.reason);
		const failures = [{ name: 'BE|planted', reader: '', lower: 3, upper: 3 }];
		expect(await signRelease(voices, { ...made.draft, failures }, 'Coordination', now)).toEqual({ ok: false, reason: 'audit' });
		expect(await listReleases(voices)).toEqual([]);
	});

	it('tells true counts within their ranges, and things exactly', async () => {
		const voices = await temporaryVoices();
		await fill(voices);
		const { cells, things } = await publish(voices);
		const value = (area: string, indicator: string, dimension = 'total', category = '') =>
			cells.find((cell) => nameOf(cell) === nameOf({ area, indicator, period, dimension, category }))?.value;
		expect(Math.abs((value('BE', 'plays-started') ?? 0) - 214)).toBeLessThanOrEqual(4);
		expect(Math.abs((value('BE/d', 'plays-started', 'language', 'fr') ?? 0) - 55)).toBeLessThanOrEqual(2);
		expect(things).toContainEqual({ area: 'BE', indicator: 'organisations-reaching', value: 4 });
		expect(things).toContainEqual({ area: 'BE', indicator: 'training-days', value: 2 });
		expect(cells.some(({ area, dimension }) => area.includes('/') && dimension === 'setting')).toBe(false);
	});
});

describe('exports', () => {
	it('say the same in every format, and nothing for what is hidden', async () => {
		const { writeCsv, describeCsv } = await import('../indicators/csv');
		const { writeDataValueSet, codeOf, dhis2Period } = await import('../indicators/dhis2');
		const { writeWorkbook } = await import('../indicators/workbook.server');
		const { columns, tidyRows, sdmxPeriod } = await import('../indicators/tidy');
		const voices = await temporaryVoices();
		await fill(voices);
		const release = await publish(voices, 'BE', ['plays-started', 'meetings-reached']);
		const crossed = (release.tables ?? []).flatMap(({ indicator, rows, columns, cells }) =>
			cells.flatMap((line, r) =>
				line.map((value, c) => ({
					...{ area: 'BE', indicator, value, dimension: `${rows.dimension}:${columns.dimension}` },
					category: `${rows.categories[r] ?? '_T'}:${columns.categories[c] ?? '_T'}`,
					status: value === null ? ('withheld' as const) : ('published' as const)
				}))
			)
		);
		expect(
			crossed.some(({ value }) => value !== null),
			'a table came out'
		).toBe(true);
		const published = [
			...release.cells.map((cell) => ({ ...cell })),
			...release.things.map((thing) => ({ ...thing, dimension: '_T', category: '_T', status: 'published' as const })),
			...crossed
		];
		expect(published.some(({ status }) => status === 'fewer')).toBe(true);

		const records: Record<string, string>[] = parse(writeCsv(release), { columns: true });
		expect(Object.keys(records[0] ?? {})).toEqual([...columns]);
		expect(records).toHaveLength(published.length);
		const sheet = (await readWorkbook(await writeWorkbook(release)))[0]!.data as Row[];
		expect(sheet).toHaveLength(published.length + 1);
		const set = writeDataValueSet(release);
		const sent = new Map(
			set.dataValues.map(({ dataElement, orgUnit, categoryOptionCombo, value }) => [
				`${dataElement}|${orgUnit}|${categoryOptionCombo}`,
				value
			])
		);
		expect(sent.size, 'no two values share a name').toBe(set.dataValues.length);
		let mismatches = 0;
		published.forEach(({ value, status, indicator, area, dimension, category }, index) => {
			const text = value === null ? '' : String(value);
			const row = records[index];
			if (row?.DIMENSION !== (dimension === 'total' ? '_T' : dimension)) mismatches++;
			if (row?.OBS_VALUE !== text || row.INDICATOR !== indicator || row.REF_AREA !== area) mismatches++;
			if (String(sheet[index + 1]?.[7] ?? '') !== text) mismatches++;
			const combo = dimension === 'total' || dimension === '_T' ? 'default' : codeOf(`${dimension}_${category}`);
			const key = (suffix: string) => `${codeOf(`RELAIS_${indicator}`)}${suffix}|${area.replace('/', '_')}|${combo}`;
			if (sent.get(key('')) !== (value === null ? undefined : text)) mismatches++;
			if ((sent.get(key('_LT10')) === 'true') !== (status === 'fewer')) mismatches++;
		});
		expect(mismatches).toBe(0);
		expect(tidyRows(release).filter(({ OBS_VALUE, OBS_STATUS }) => OBS_STATUS === 'Q' && OBS_VALUE !== null)).toEqual([]);
		expect(set.dataValues.filter(({ value }) => value === '0')).toEqual([]);
		expect([sdmxPeriod(period), sdmxPeriod('2026-27/Q4'), dhis2Period(sdmxPeriod(period))]).toEqual([
			'2026-Q4',
			'2027-Q2',
			'2026Q4'
		]);

		const ajv = new Ajv({ strict: false, allErrors: true });
		const schema = (name: string) => JSON.parse(readFileSync(`tests/fixtures/schemas/${name}.json`, 'utf8'));
		for (const [name, document] of [
			['dhis2-data-value-set', set],
			['csvw-metadata', describeCsv(release, 'BE.csv', { title: 't', notes: 'n', columns: {} }, 'fr')]
		] as const) {
			const validate = ajv.compile(schema(name));
			validate(JSON.parse(JSON.stringify(document)));
			expect(validate.errors, name).toBeNull();
			expect(validate({ ...document, dataValues: [{ value: 0 }], tableSchema: {} }), `${name}, planted`).toBe(false);
		}
		expectToFit(records, describeCsv(release, 'BE.csv', { title: 't', notes: 'n', columns: {} }, 'fr'));
	});
});

/** Validates every row against its description, as a CSVW processor does: required, null, datatype, format, primary key. */
function expectToFit(
	records: Record<string, string>[],
	{ tableSchema }: ReturnType<typeof import('../indicators/csv').describeCsv>
): void {
	const keys = new Set<string>();
	for (const record of records) {
		expect(Object.keys(record)).toEqual(tableSchema.columns.map(({ name }) => name));
		for (const column of tableSchema.columns) {
			const text = record[column.name] ?? '';
			if (text === '' && 'null' in column) continue;
			expect(text === '' && column.required, column.name).toBe(false);
			const { datatype } = column;
			if (typeof datatype === 'object' && datatype.base === 'integer') expect(text).toMatch(/^\d+$/);
			if (typeof datatype === 'object' && 'format' in datatype) expect(text).toMatch(new RegExp(`^(?:${datatype.format})$`));
		}
		keys.add(tableSchema.primaryKey.map((name) => record[name]).join('|'));
	}
	expect(keys.size).toBe(records.length);
}

describe('federation', () => {
	it('takes a bundle in once, and rolls countries up', async () => {
		const [here, there] = [await temporaryVoices(), await temporaryVoices()];
		await fill(here);
		await fill(there);
		await publish(here, 'BE');
		await publish(there, 'NL');
		const [foreign] = await listReleases(there);
		const text = JSON.stringify(foreign!.bundle);
		const countries = ['BE', 'NL'];
		expect(await importBundle(here, text, countries)).toMatchObject({ ok: true, again: false });
		expect(await importBundle(here, text, countries)).toMatchObject({ ok: true, again: true });
		const all = await listReleases(here);
		expect(all).toHaveLength(2);
		const row = rollUp(all.map(({ release }) => release)).find(({ indicator }) => indicator === 'plays-started');
		expect(row?.countries.map(({ country }) => country).sort()).toEqual(['BE', 'NL']);
		expect(row?.sum).toBe(row?.countries.reduce((sum, { value }) => sum + (value ?? 0), 0));
	});

	it('refuses what is altered, unexpected, its own, older or no bundle, and changes nothing', async () => {
		const [here, there] = [await temporaryVoices(), await temporaryVoices()];
		await fill(here);
		await fill(there);
		await publish(here, 'BE');
		await publish(there, 'NL');
		const [{ bundle, release }] = (await listReleases(there)) as [Awaited<ReturnType<typeof listReleases>>[number]];
		const [{ bundle: own }] = (await listReleases(here)) as [Awaited<ReturnType<typeof listReleases>>[number]];
		const altered = canonicalText({ ...release, things: release.things.map((thing) => ({ ...thing, value: thing.value + 1 })) });
		const expectRefused = async (value: unknown, reason: string, countries = ['BE', 'NL']) =>
			expect(await importBundle(here, typeof value === 'string' ? value : JSON.stringify(value), countries)).toEqual({
				ok: false,
				reason
			});
		await expectRefused({ ...bundle, release: altered }, 'signature');
		await expectRefused({ ...bundle, publicKey: own.publicKey }, 'signature');
		await expectRefused(bundle, 'country', ['BE']);
		await expectRefused(own, 'own');
		for (const nonsense of [
			'',
			'null',
			'{}',
			'[1]',
			JSON.stringify({ ...bundle, more: 1 }),
			JSON.stringify({ ...bundle, signature: 'x' })
		])
			await expectRefused(nonsense, 'malformed');
		expect(await listReleases(here)).toHaveLength(1);

		expect(await importBundle(here, JSON.stringify(bundle), ['NL'])).toMatchObject({ ok: true });
		const { signText } = await import('./signing.server');
		const resign = async (changed: Release) => ({
			release: canonicalText(changed),
			...(await signText(there, canonicalText(changed)))
		});
		await expectRefused(await resign({ ...release, signedAs: 'Somebody else' }), 'changed');
		await expectRefused(await resign({ ...release, period: '2026-27/Q1' }), 'older');
		expect(await listReleases(here)).toHaveLength(2);
	});

	it('reads a release only in its canonical form', async () => {
		const voices = await temporaryVoices();
		await fill(voices);
		const text = canonicalText(await publish(voices));
		expect(readRelease(text)).not.toBeNull();
		expect(readRelease(` ${text}`)).toBeNull();
		expect(readRelease(JSON.stringify(JSON.parse(text), null, 1))).toBeNull();
	});
});
