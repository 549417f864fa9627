// What a table asks of the server, read from its address: which column sorts it, which page, which filters. Everything the
// address can't mean is answered with the first page in the usual order, never with an error.

export interface ListQuery<Sort extends string = string> {
	sort: Sort;
	descending: boolean;
	/** From 1. */
	page: number;
	/** Words typed into the search field; '' for none. */
	search: string;
	/** Value of each filter; '' for none. */
	filters: Record<string, string>;
}

/** One page of a list, and how many there are in all. */
export interface Page<Row> {
	rows: Row[];
	total: number;
	page: number;
	pages: number;
}

export interface ListShape<Sort extends string> {
	/** The columns that sort; the first is the usual one. `-name` begins in descending order. */
	sorts: readonly [Sort, ...Sort[]];
	/** True where the usual order is descending (what is newest first). */
	descending?: boolean;
	/** Filters with their allowed values. */
	filters?: Record<string, readonly string[]>;
}

/** Rows of a page: what a screen shows without becoming a wall. */
export const pageSize = 25;

/** Reads `?sort=-name&page=2&search=…&setting=shelter`. */
export function readListQuery<Sort extends string>(parameters: URLSearchParams, shape: ListShape<Sort>): ListQuery<Sort> {
	const wanted = parameters.get('sort') ?? '';
	const name = shape.sorts.find((sort) => sort === wanted.replace(/^-/, ''));
	const page = Number(parameters.get('page'));
	const filters = Object.entries(shape.filters ?? {}).map(([filter, allowed]) => {
		const value = parameters.get(filter) ?? '';
		return [filter, allowed.includes(value) ? value : ''];
	});
	return {
		sort: name ?? shape.sorts[0],
		descending: name === undefined ? shape.descending === true : wanted.startsWith('-'),
		page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
		search: (parameters.get('search') ?? '').normalize('NFKC').trim().slice(0, 80),
		filters: Object.fromEntries(filters)
	};
}

/** The address of the same list with something changed; a change of anything but the page leads back to page 1. */
export function writeListQuery(query: ListQuery, change: Partial<Pick<ListQuery, 'sort' | 'descending' | 'page'>> = {}): string {
	const next = { ...query, page: 1, ...change };
	const parameters = new URLSearchParams();
	if (next.search !== '') parameters.set('search', next.search);
	for (const [filter, value] of Object.entries(next.filters)) if (value !== '') parameters.set(filter, value);
	parameters.set('sort', `${next.descending ? '-' : ''}${next.sort}`);
	if (next.page > 1) parameters.set('page', String(next.page));
	return `?${parameters}`;
}

/** Pages that a total fills; at least one. */
export function countPages(total: number): number {
	return Math.max(1, Math.ceil(total / pageSize));
}

/** The words for SQL's LIKE, with its wildcards taken as letters (ESCAPE '\'). */
export function likePattern(search: string): string {
	return `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
