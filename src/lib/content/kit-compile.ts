// The compiler of kits: one kit file and its translations in, the kit in every language and all findings out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { locales, sourceLocale, type Locale } from '../i18n/locales';
import { checkCharacters } from './check-characters';
import { checkEntries, checkUnits } from './check-units';
import type { TranslationFiles } from './compile';
import { Report, type Finding } from './finding';
import type { CompiledKit, Kit, KitStepText } from './kit';
import { checkKit, checkKitLanguage } from './kit-check';
import { parseKit, type SourceKit, type SourceStep } from './kit-source';
import { readPo } from './po';
import type { Unit } from './source';
import { assignUnitIds, readRegistry, type Registry } from './units';
import { sourceWording, translatedWording, type Wording } from './wording';

export interface CompiledKits {
	slug: string;
	file: string;
	/** In every interface language; null when the file can't be read at all. */
	kits: Record<Locale, CompiledKit> | null;
	units: Unit[];
	registry: Registry | null;
	findings: Finding[];
}

/** Compiles every kit (kit.svx) below a directory; `hasModule` says which modules there are. */
export function compileKits(directory: string, hasModule: (slug: string) => boolean, root = process.cwd()): CompiledKits[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory)
		.sort()
		.filter((slug) => existsSync(join(directory, slug, 'kit.svx')))
		.map((slug) => {
			const folder = join(directory, slug);
			const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null);
			const translations: TranslationFiles = {};
			for (const { id } of locales) if (id !== sourceLocale) translations[id] = read(`${id}.po`) ?? '';
			const file = relative(root, join(folder, 'kit.svx')).split(sep).join('/');
			const compiled = compileKit(read('kit.svx') ?? '', { slug, file, translations, registry: read('units.json') }, hasModule);
			return { slug, file, ...compiled };
		});
}

interface KitFolder {
	slug: string;
	file: string;
	translations: TranslationFiles;
	registry: string | null;
}

/** Compiles one kit. */
export function compileKit(
	source: string,
	{ slug, file, translations, registry }: KitFolder,
	hasModule: (slug: string) => boolean
): Omit<CompiledKits, 'slug' | 'file'> {
	const report = new Report(file);
	const kit = checkCharacters(source, report) ? parseKit(source, report) : null;
	if (!kit) return { kits: null, units: [], registry: null, findings: report.findings };
	const read = readRegistry(registry);
	if (!read.ok) report.add('E174', { line: 1, column: 1 }, read.message);
	const frozen = read.ok ? assignUnitIds(kit.units, read.registry) : null;
	checkKit(kit, slug, hasModule, report);
	checkUnits(kit, report);
	checkKitLanguage(kit, sourceLocale, ({ source: text, at }) => ({ text, at }), report);
	const findings = [...report.findings];
	const built = locales.map(({ id: locale }): [Locale, CompiledKit] => {
		const poReport = new Report(file.replace('kit.svx', `${locale}.po`));
		const wording =
			locale === sourceLocale
				? sourceWording({ ...kit, nodes: [] }, locale)
				: readWording(kit, locale, translations[locale] ?? '', poReport);
		findings.push(...poReport.findings);
		return [locale, { kit: buildKit(kit, slug), text: buildText(kit, wording) }];
	});
	return { kits: Object.fromEntries(built) as Record<Locale, CompiledKit>, units: kit.units, registry: frozen, findings };
}

function readWording(kit: SourceKit, locale: Locale, po: string, report: Report): Wording {
	const read = readPo(checkCharacters(po, report) ? po : '');
	if (!read.ok) report.add('E174', { line: 1, column: 1 }, read.message);
	const translations = read.ok ? read.translations : { byUnit: new Map<string, never>(), nativeReview: false };
	checkEntries(po, report);
	const words = ({ id }: Unit) => {
		const found = translations.byUnit.get(id);
		return found?.text.trim() ? { text: found.text, at: { line: found.line, column: 1 } } : null;
	};
	checkKitLanguage(kit, locale, words, report);
	return translatedWording({ ...kit, nodes: [] }, locale, translations, report);
}

function buildKit({ front: { data }, steps }: SourceKit, slug: string): Kit {
	const { version, module, ages, intensity, durations, picture, take, items, alone, aside, reviewed, sources } = data;
	return {
		...{ slug, version, module, ages, intensity, durations, picture, alone, aside, reviewed, sources },
		steps: steps.map(({ id, kind, minutes, options, sensitive }) => ({
			...{ id, kind, minutes },
			...(options && { options }),
			...(sensitive && { sensitive })
		})),
		take: Object.keys(take),
		items: Object.keys(items)
	};
}

function buildText({ front: { data }, steps, meta }: SourceKit, wording: Wording): CompiledKit['text'] {
	const word = (id: string) => {
		const unit = meta.get(id);
		return unit ? wording.word(unit) : '';
	};
	const words = (group: 'take' | 'items') =>
		Object.fromEntries(Object.keys(data[group]).map((id) => [id, word(`${group}.${id}`)]));
	return {
		title: word('title'),
		summary: word('summary'),
		...(data.forewarning && { forewarning: word('forewarning') }),
		material: data.material.map((_, index) => word(`material.${index + 1}`)),
		take: words('take'),
		items: words('items'),
		steps: Object.fromEntries(steps.map((step) => [step.id, buildStep(step, wording)])),
		nativeReview: wording.nativeReview,
		translated: wording.completeness.translated / Math.max(1, wording.completeness.units)
	};
}

function buildStep(step: SourceStep, wording: Wording): KitStepText {
	const word = (unit: Unit | undefined) => (unit ? wording.word(unit) : '');
	return {
		title: word(step.title),
		do: word(step.do),
		say: step.say.map(word),
		screen: word(step.screen),
		paper: word(step.paper),
		...(step.question && {
			question: word(step.question),
			options: Object.fromEntries(Object.entries(step.labels).map(([id, unit]) => [id, word(unit)]))
		})
	};
}
