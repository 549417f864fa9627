// When a language is offered for a module. Apart from the compiler, since the server needs the rule and not the compiler.

/** Share of the units, 0..1, that must be translated and up to date. */
export const offeredFrom = 0.95;
