/** What one step of the tests came to. */
export interface Outcome {
  step: string;
  passed: number;
  failed: number;
  /** Names of the tests, or of the files, that failed. */
  failures: string[];
  /** Names of tests that did not run, each saying why. */
  skipped: string[];
  seconds: number;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** What a program that only succeeds or fails came to: one. */
export function outcomeOfProgram(step: string, exitCode: number, seconds: number): Outcome {
  const failed = exitCode === 0 ? 0 : 1;
  return { step, passed: 1 - failed, failed, failures: [], skipped: [], seconds };
}

/**
 * What a run of Vitest came to: its tests, each as one. A file that could not be loaded, a run that ended badly for any
 * other reason (no report, a setup that threw, an error outside of every test) and a run of no test are one failure each.
 */
export function outcomeOfVitest(
  step: string,
  report: VitestReport | undefined,
  exitCode: number,
  seconds: number,
): Outcome {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed');
  const failedFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const failures = [...failedTests.map((test) => test.fullName), ...failedFiles.map((file) => file.name)];
  const unexplained = failures.length === 0 && (exitCode !== 0 || !report?.success || passed === 0) ? 1 : 0;
  const failed = failures.length + unexplained;
  return { step, passed, failed, failures, skipped: skipped.map((test) => test.fullName), seconds };
}

/** One line a step, then what was skipped and what failed, then the sum: `N passed, N failed`, alone on the last line. */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ step }) => step.length));
  const lines = outcomes.map(({ step, passed, failed, seconds }) => {
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    return `${failed === 0 ? 'ok    ' : 'FAILED'}  ${step.padEnd(width)} ${time}  ${passed} passed, ${failed} failed`;
  });
  const skipped = outcomes.flatMap((outcome) => outcome.skipped.map((name) => `skipped: ${name}`));
  const failures = outcomes.flatMap((outcome) => outcome.failures.map((name) => `failed: ${outcome.step}: ${name}`));
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [...lines, ...skipped, ...failures, `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
