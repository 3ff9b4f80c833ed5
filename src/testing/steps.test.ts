import { expect, test } from 'vitest';
import { outcomeOfProgram, outcomeOfVitest, summary, type VitestReport } from './steps.ts';

function report(files: string[][], success = true): VitestReport {
  return {
    success,
    testResults: files.map((statuses, index) => ({
      name: `file ${index}`,
      status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
      assertionResults: statuses.map((status, test) => ({ status, fullName: `${index} ${test}` })),
    })),
  };
}

test('counts each test', () => {
  const outcome = outcomeOfVitest('unit', report([['passed', 'failed', 'skipped'], ['passed']], false), 1, 2);
  expect(outcome).toEqual({ step: 'unit', passed: 2, failed: 1, failures: ['0 1'], skipped: ['0 2'], seconds: 2 });
});

test.each([
  ['a file that could not be loaded', report([[], ['passed']], false), 1],
  ['an error outside of every test', report([['passed']]), 1],
  ['a report that says so', report([['passed']], false), 0],
  ['no report', undefined, 1],
  ['no test', report([]), 0],
  ['nothing but skipped tests', report([['skipped']]), 0],
])('%s is a failure', (_, given, exitCode) => {
  expect(outcomeOfVitest('unit', given, exitCode, 1).failed).toBe(1);
});

test('names what was skipped and what failed, and ends with the sum, alone on its line', () => {
  const outcomes = [
    outcomeOfProgram('types', 0, 1.26),
    outcomeOfProgram('format and lint', 1, 0.4),
    outcomeOfVitest('unit', report([['passed', 'passed', 'skipped', 'failed'], []], false), 1, 61),
  ];
  expect(summary(outcomes)).toBe(
    `ok      types              1.3 s  1 passed, 0 failed
FAILED  format and lint    0.4 s  0 passed, 1 failed
FAILED  unit              61.0 s  2 passed, 2 failed
skipped: 0 2
failed: unit: 0 3
failed: unit: file 1
3 passed, 3 failed`,
  );
});
