// The compiler of content: one module file and its translations in, the module in every language and all findings out.
import { basename, dirname } from 'node:path/posix';
import { locales, sourceLocale, type Locale } from '../i18n/locales';
import { buildGraph, buildModule } from './build-module';
import { checkCharacters } from './check-characters';
import { Report, type Finding } from './finding';
import type { CompiledModule } from './graph';
import type { Completeness } from './offer';
import type { ReadPart } from './include';
import { checkMedia, mediaOf, type MediaFile } from './media';
import { parseModule } from './parse';
import { readPo } from './po';
import type { SourceModule, Unit } from './source';
import { assignUnitIds, readRegistry, type Registry } from './units';
import { validateModule, validateTranslation } from './validate';
import { sourceWording, translatedWording, type Wording } from './wording';

/** Text of the PO file of each language that has one. */
export type TranslationFiles = Partial<Record<Locale, string>>;

/** What a module may refer to outside its own file. */
export interface Surroundings {
	media?: MediaFile[];
	readPart?: ReadPart;
}

export interface Compiled {
	/** The module in every interface language; null when the file can't be read at all. */
	modules: Record<Locale, CompiledModule> | null;
	/** What can be translated, in reading order. */
	units: Unit[];
	/** The ids of the units, brought up to date with the module; null when the module or units.json can't be read. */
	registry: Registry | null;
	/** How far each translation is; empty when the module can't be read at all. */
	completeness: Partial<Record<Locale, Completeness>>;
	findings: Finding[];
}

/**
 * Compiles a module. `file` is its path from the repository's root (its folder is the slug); `translations` and `registry` are the
 * texts of the PO files and of units.json (if there is one) beside it.
 * A module with errors is still built as far as it goes, so that a writer can look at it; a build must refuse it.
 */
export function compileModule(
	source: string,
	file: string,
	translations: TranslationFiles,
	registry?: string | null,
	{ media = [], readPart }: Surroundings = {}
): Compiled {
	const report = new Report(file);
	const module = checkCharacters(source, report) ? parseModule(source, report, readPart) : null;
	if (!module) return { modules: null, units: [], registry: null, completeness: {}, findings: report.findings };
	const registryReport = new Report(`${dirname(file)}/units.json`);
	const frozen = freezeUnits(module, registry, registryReport);

	const graph = buildGraph(module);
	checkMedia(module, media, report);
	validateModule(module, sourceLocale, graph, report);
	const findings = [...report.findings, ...registryReport.findings];
	const slug = basename(dirname(file));
	const completeness: Compiled['completeness'] = {};
	const built = locales.map(({ id: locale }): [Locale, () => CompiledModule] => {
		const poReport = new Report(`${dirname(file)}/${locale}.po`);
		const wording =
			locale === sourceLocale ? sourceWording(module, locale) : readWording(module, locale, translations[locale] ?? '', poReport);
		findings.push(...poReport.findings);
		completeness[locale] = wording.completeness;
		return [
			locale,
			() => buildModule(module, slug, graph, wording, mediaOf(slug, locale, module.front.data.training ? [] : media))
		];
	});
	const modules = makeOnDemand(built);
	return { modules, units: module.units, registry: frozen, completeness, findings };
}

/** Words are put together when they are asked for: who only checks a module needs none. */
function makeOnDemand(makers: [Locale, () => CompiledModule][]): Record<Locale, CompiledModule> {
	const made = {} as Record<Locale, CompiledModule>;
	for (const [locale, make] of makers)
		Object.defineProperty(made, locale, {
			enumerable: true,
			configurable: true,
			get() {
				const value = make();
				Object.defineProperty(made, locale, { value, enumerable: true });
				return value;
			}
		});
	return made;
}

function freezeUnits(module: SourceModule, text: string | null | undefined, report: Report): Registry | null {
	const read = readRegistry(text);
	if (read.ok) return assignUnitIds(module.units, read.registry);
	report.add('E174', { line: 1, column: 1 }, read.message);
	return null;
}

function readWording(module: SourceModule, locale: Locale, po: string, report: Report): Wording {
	const read = readPo(checkCharacters(po, report) ? po : '');
	if (!read.ok) report.add('E174', { line: 1, column: 1 }, read.message);
	const translations = read.ok ? read.translations : { byUnit: new Map(), nativeReview: false };
	const wording = translatedWording(module, locale, translations, report);
	validateTranslation(module, locale, po, translations, report);
	return wording;
}
