// `npm run keys:create` and `npm run keys:rotate` (keys-command.ts).
import { runKeys } from './keys-command';

const { code, said } = await runKeys(process.argv.slice(2), process.env);
if (code === 0) console.log(said);
else console.error(said);
process.exit(code);
