// The address of a route with values for its parameters.

export function pathOf(route: string, params: Record<string, string>): string {
	const path = route
		.replace(/\/\([^)]*\)/g, '')
		.replace('[locale=locale]', 'fr')
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => {
			const value = params[name];
			if (value === undefined) throw new Error(`tests/matrix/rows.ts: ${route} needs a value for [${name}].`);
			return encodeURIComponent(value);
		});
	return path || '/';
}
