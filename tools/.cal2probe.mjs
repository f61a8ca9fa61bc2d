import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import fs from 'node:fs';
const { default: g } = await import('/tmp/cal2/index.js');
const [rule, file, opts] = process.argv.slice(2);
const code = file === '-' ? fs.readFileSync(0,'utf8') : fs.readFileSync(file,'utf8');
const config = { files:['**/*.ts'], plugins:{ 'nestjs-gateway': g }, languageOptions:{parser}, rules: rule==='all' ? g.configs.strict.rules : { ['nestjs-gateway/'+rule]: opts ? ['error', JSON.parse(opts)] : (g.configs.strict.rules['nestjs-gateway/'+rule] ?? 'error') } };
for (const m of new Linter().verify(code, config, 'x.gateway.ts')) console.log(`${m.line}:${m.column}-${m.endLine}:${m.endColumn} ${m.ruleId} ${m.message}`);
