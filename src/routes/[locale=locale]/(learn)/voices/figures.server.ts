// Puts words to a release: names of indicators and categories in the reader's language, charts of its cells.
import { findModule } from '$lib/content/catalogue.server';
import { findIndicator, indicators, readInstrumentId } from '$lib/indicators/definitions';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { Key } from '$lib/i18n/translator';
import { percentageOf, totalDimension, type Cell } from '$lib/voices/cells';
import { cellsOf, type Release, type ReleaseTable } from '$lib/voices/release';
import { sayAnswer } from './instrument.server';

export interface Bar {
	label: string;
	value: number | null;
	text: string;
}

export interface Chart {
	indicator: string;
	name: string;
	definition: string;
	/** The total in words: "120", "fewer than 10". */
	total: string;
	rows: { dimension: string; label: string; bars: Bar[] }[];
}

/** The charts of an area in the order of the indicators; nothing for an indicator that the release doesn't have. */
export function chartsOf(release: Release, area: string, locale: Locale): Chart[] {
	return indicators.flatMap(({ id, kind, how }) => {
		if (how === 'recorded')
			return release.records
				.filter(({ indicator }) => indicator === id)
				.map((record) => ({ ...frame(id, locale), total: recordText(record.value, locale), rows: [] }));
		if (kind === 'things') {
			const thing = release.things.find((each) => each.area === area && each.indicator === id);
			return thing ? [{ ...frame(id, locale), total: format(thing.value, locale), rows: [] }] : [];
		}
		const [whole] = cellsOf(release, area, id, totalDimension);
		if (!whole) return [];
		return [{ ...frame(id, locale), total: cellText(whole, locale), rows: rowsOf(release, area, id, whole, locale) }];
	});
}

function frame(id: string, locale: Locale) {
	return { indicator: id, name: nameIndicator(id, locale), definition: defineIndicator(id, locale) };
}

function rowsOf(release: Release, area: string, id: string, whole: Cell, locale: Locale): Chart['rows'] {
	const dimensions = findIndicator(id)?.dimensions ?? [];
	return dimensions.flatMap((dimension) => {
		const cells = cellsOf(release, area, id, dimension).filter(({ category }) => category !== 'unknown');
		// A row of which nothing is told would be a picture of nothing.
		if (cells.every(({ status }) => status !== 'published')) return [];
		const bars = cells.map((cell) => ({
			label: nameCategory(id, dimension, cell.category, locale),
			value: cell.value,
			text: withShare(cell, whole, dimension, locale)
		}));
		return [{ dimension, label: getTranslator(locale)(`indicators.dimension_${dimension}` as Key), bars }];
	});
}

function withShare(cell: Cell, whole: Cell, dimension: string, locale: Locale): string {
	const text = cellText(cell, locale);
	const share = dimension === 'answer' ? percentageOf(cell, whole) : null;
	if (!share) return text;
	const t = getTranslator(locale);
	const value = new Intl.NumberFormat(locale, { style: 'percent' }).format(share.value / 100);
	return `${text} · ${share.coded === 'exact' ? value : t(share.coded === 'atLeast' ? 'indicators.atLeast' : 'indicators.atMost', { value })}`;
}

/** A cross table in words: one line a category, a column each for those of the other dimension and for the total. */
export function describeTable({ indicator, rows, columns, cells }: ReleaseTable, locale: Locale) {
	const t = getTranslator(locale);
	const total = t('voices.total');
	const side = (name: string) => t(`indicators.side_${name}` as Key);
	const across = [...columns.categories.map((category) => nameCategory(indicator, columns.dimension, category, locale)), total];
	const down = [...rows.categories.map((category) => nameCategory(indicator, rows.dimension, category, locale)), total];
	const text = (value: number | null | undefined) =>
		cellText({ status: typeof value === 'number' ? 'published' : 'withheld', value: value ?? null }, locale);
	return {
		indicator,
		caption: `${nameIndicator(indicator, locale)} : ${side(rows.dimension)} × ${side(columns.dimension)}`,
		columns: [
			{ key: 'name', label: side(rows.dimension) },
			...across.map((label, index) => ({ key: String(index), label, numeric: true }))
		],
		rows: down.map((name, r) => ({ name, ...Object.fromEntries(across.map((_, c) => [String(c), text(cells[r]?.[c])])) }))
	};
}

export function cellText({ status, value }: Pick<Cell, 'status' | 'value'>, locale: Locale): string {
	const t = getTranslator(locale);
	if (status === 'published') return format(value ?? 0, locale);
	return t(status === 'fewer' ? 'indicators.fewer' : 'indicators.withheld');
}

export function recordText(value: string, locale: Locale): string {
	const t = getTranslator(locale);
	return value === 'yes' ? t('indicators.yes') : value === 'no' ? t('indicators.no') : format(Number(value), locale);
}

export function nameIndicator(id: string, locale: Locale): string {
	const t = getTranslator(locale);
	const instrument = readInstrumentId(id);
	if (instrument)
		return t('indicators.instrumentName', {
			item: t(`indicators.item_${instrument.item}` as Key),
			wave: t(`indicators.wave_${instrument.wave}` as Key)
		});
	return t(`indicators.name_${id}` as Key);
}

export function defineIndicator(id: string, locale: Locale): string {
	const t = getTranslator(locale);
	return readInstrumentId(id) ? t('indicators.define_instrument') : t(`indicators.define_${id}` as Key);
}

export function describeArea(area: string, locale: Locale): string {
	return area.length === 2 ? (new Intl.DisplayNames(locale, { type: 'region' }).of(area) ?? area) : area;
}

/** A category in words; a choice of the instrument has the words of its story. */
export function nameCategory(indicator: string, dimension: string, category: string, locale: Locale): string {
	const t = getTranslator(locale);
	if (category === 'unknown') return t('indicators.unknown');
	if (dimension === 'language') return new Intl.DisplayNames(locale, { type: 'language' }).of(category) ?? category;
	if (dimension === 'module')
		return findModule(category, locale)?.summary.title ?? findModule(category, sourceLocale)?.summary.title ?? category;
	if (dimension === 'age') return category;
	const instrument = readInstrumentId(indicator);
	if (dimension === 'answer' && instrument) return sayAnswer(instrument.item, category, locale);
	return t(`indicators.category_${category}` as Key);
}

function format(value: number, locale: Locale): string {
	return new Intl.NumberFormat(locale).format(value);
}
