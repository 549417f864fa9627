/**
 * How Node runs the server, here and in package.json, the unit and the image. What a request leaves behind is swept in pieces of
 * 8 MB instead of 16: some 15 MB less memory for a process, and about a tenth less speed where pages are rendered.
 */
export const serverArguments = ['--max-semi-space-size=8', 'server.mjs'];
