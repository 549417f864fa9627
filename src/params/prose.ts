/** The pages that are prose alone: content/pages/<page>/<language>.svx. */
export const prosePages = ['method', 'professionals', 'accessibility', 'terms'] as const;
export type ProsePage = (typeof prosePages)[number];

export function match(value: string): value is ProsePage {
	return (prosePages as readonly string[]).includes(value);
}
