// The compiler of content: one module file and its translations in, the module in every language and all findings out.
import { basename, dirname } from 'node:path/posix';
import { locales, sourceLocale, type Locale } from '../i18n/locales';
import { buildGraph, buildModule } from './build-module';
import { Report, type Finding } from './finding';
import type { CompiledModule } from './graph';
import { parseModule } from './parse';
import { readPo } from './po';
import type { SourceModule, Unit } from './source';
import { validateModule } from './validate';
import { sourceWording, translatedWording, type Wording } from './wording';

/** Text of the PO file of each language that has one. */
export type TranslationFiles = Partial<Record<Locale, string>>;

export interface Compiled {
	/** The module in every interface language; null when the file can't be read at all. */
	modules: Record<Locale, CompiledModule> | null;
	/** What can be translated, in reading order. */
	units: Unit[];
	findings: Finding[];
}

/**
 * Compiles a module. `file` is its path from the repository's root (its folder is the slug); PO files are looked for beside it.
 * A module with errors is still built as far as it goes, so that a writer can look at it; a build must refuse it.
 */
export function compileModule(source: string, file: string, translations: TranslationFiles): Compiled {
	const report = new Report(file);
	const module = parseModule(source, report);
	if (!module) return { modules: null, units: [], findings: report.findings };

	const graph = buildGraph(module);
	validateModule(module, graph, report);
	const findings = [...report.findings];
	const slug = basename(dirname(file));
	const built = locales.map(({ id: locale }): [Locale, CompiledModule] => {
		if (locale === sourceLocale) return [locale, buildModule(module, slug, graph, sourceWording(locale))];
		const poReport = new Report(`${dirname(file)}/${locale}.po`);
		const wording = readWording(module, locale, translations[locale] ?? '', poReport);
		findings.push(...poReport.findings);
		return [locale, buildModule(module, slug, graph, wording)];
	});
	return { modules: Object.fromEntries(built) as Record<Locale, CompiledModule>, units: module.units, findings };
}

function readWording(module: SourceModule, locale: Locale, po: string, report: Report): Wording {
	const read = readPo(po);
	if (!read.ok) report.add('E174', { line: 1, column: 1 }, read.message);
	const translations = read.ok ? read.translations : { byUnit: new Map(), nativeReview: false };
	return translatedWording(module, locale, translations, report);
}
