// The class that scopes a component's styles. Short, because a page says it a hundred times; the same in every build that
// compiles a component (the site's, the islands', the budget's), because one writes the styles and another the markup.

/** @type {import('svelte/compiler').CompileOptions['cssHash']} */
export const cssHash = ({ hash, css }) => `s${hash(css).slice(0, 5)}`;
