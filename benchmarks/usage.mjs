// @ts-check
/** Loaded before a program: when that ends, writes to descriptor 3 what it took. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1000;
  writeSync(3, JSON.stringify({ processor, peak: maxRSS * 1024 }));
});
