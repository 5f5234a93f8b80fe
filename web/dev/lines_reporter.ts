// Prints one line per test, "ok NAME", "not ok NAME" or "skip NAME (reason)": the form ./test counts.
// What went wrong follows the line of a failed test, indented, so that it is never counted as a test.
import type { Reporter, TestCase, TestModule } from 'vitest/node';

function nameOf(test: TestCase): string {
  return test.fullName.replaceAll('\n', ' ');
}

function printFault(message: string | undefined): void {
  for (const line of (message ?? 'no message').split('\n')) console.log(`    ${line}`);
}

export default class LinesReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') console.log(`ok ${nameOf(test)}`);
    if (result.state === 'skipped') console.log(`skip ${nameOf(test)} (${result.note ?? 'skipped'})`);
    if (result.state === 'failed') {
      console.log(`not ok ${nameOf(test)}`);
      for (const error of result.errors) printFault(error.stack ?? error.message);
    }
  }

  // A file that cannot even be loaded holds no test case, but must not pass unseen.
  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) {
      console.log(`not ok ${module.moduleId} could not be loaded`);
      printFault(error.stack ?? error.message);
    }
  }
}
