// Pages are plain HTML; what needs a script is an island of its own (docs/decisions/008-islands.md).
export const csr = false;
