// `npm run demo:code`: the six digits for the second step of the demo's coordinators.
import { demoCode } from './demo-second-step';

console.log(demoCode(new Date()));
