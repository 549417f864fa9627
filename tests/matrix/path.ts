// The address of a route with values for its parameters.

export function pathOf(route: string, params: Record<string, string>): string {
	const path = route
		.replace(/\/\([^)]*\)/g, '')
		.replace('[locale=locale]', 'fr')
		// A character written by its number: SvelteKit leaves out folders that begin with a dot.
		.replace(/\[x\+([0-9a-f]{2})\]/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => {
			const value = params[name];
			if (value === undefined) throw new Error(`tests/matrix/rows.ts: ${route} needs a value for [${name}].`);
			return encodeURIComponent(value);
		});
	return path || '/';
}
