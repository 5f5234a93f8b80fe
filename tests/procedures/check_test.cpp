// The checker: every file in broken/ has one fault, named in its first lines, and is refused with a sentence that
// helps; the procedures that ship are not refused.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/procedures/errand.h"
#include "tests/procedures/shipped.h"

namespace shaoyin::procedure {
namespace {

// The rest of the comment line that begins with `# word: `.
std::string noted(const std::string& source, const std::string& word) {
  const std::string start = "# " + word + ": ";
  const auto at = source.find(start);
  if (at == std::string::npos) return {};
  const auto from = at + start.size();
  return source.substr(from, source.find('\n', from) - from);
}

std::string told(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) out += (finding.severity == Severity::kError ? "error " : "warning ") + finding.at + ": " + finding.what.en + " -> " + finding.cure.en + "\n";
  return out;
}

// Faults of types are found by the loader already, all others by check().
std::vector<Finding> findings_of(const std::string& source) {
  const toml_files::ProcedureRead read = read_errand(source, noted(source, "without"));
  std::vector<Finding> findings;
  for (const Error& error : read.faults) findings.push_back({Severity::kError, error.field, error.said, {"-", "-"}});
  if (!findings.empty()) return findings;
  return check(read.procedure, errand_pack(), errand_verbs(), {"errand"});
}

// `text` without what is quoted from the file: “…”, '…', "…", {…}.
std::string without_quotes(std::string text) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"“", "”"}, {"'", "'"}, {"\"", "\""}, {"{", "}"}}) {
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open)) {
      const std::size_t end = text.find(close, at + open.size());
      text.erase(at, end == std::string::npos ? std::string::npos : end + close.size() - at);
    }
  }
  return text;
}

// Two English words side by side are a sentence that nobody translated.
bool speaks_english(const std::string& text) {
  static const std::regex kTwoWords("[A-Za-z]{2,} [A-Za-z]{2,}");
  return std::regex_search(without_quotes(text), kTwoWords);
}

class Broken : public testing::TestWithParam<std::string> {};

TEST_P(Broken, IsRefusedWithTheSentenceThatHelps) {
  const std::string source = slurp(here("broken/" + GetParam() + ".toml"));
  const std::string at = noted(source, "at"), says = noted(source, "says");
  ASSERT_FALSE(at.empty());
  const std::vector<Finding> findings = findings_of(source);
  bool found = false;
  for (const Finding& finding : findings) {
    found = found || (finding.severity == Severity::kError && finding.at == at && finding.what.en.find(says) != std::string::npos);
    EXPECT_FALSE(speaks_english(finding.what.zh)) << finding.what.zh;
    EXPECT_FALSE(finding.what.zh.empty() || finding.what.en.empty() || finding.cure.zh.empty() || finding.cure.en.empty()) << finding.at;
  }
  EXPECT_TRUE(found) << "wanted " << at << ": " << says << "\nfound\n" << told(findings);
}

std::vector<std::string> broken() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(here("broken"))) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Check, SaysInChineseWhatTomlCannotBeRead) {
  for (const std::string slip : {"a = 'x", "a = 1\na = 2", "[step\n", "a = tru", "x", "a = [1,", "a = 2023-13-01", "a = \"\\q\"", "[[[x]]]", "=1"}) {
    const auto read = toml_files::parse_procedure(slip, "");
    ASSERT_FALSE(read.faults.empty()) << slip;
    EXPECT_NE(read.faults.front().said.zh.find("行：") == std::string::npos, read.faults.front().said.zh.find("不成对") == std::string::npos) << read.faults.front().said.zh;
    EXPECT_FALSE(speaks_english(read.faults.front().said.zh)) << read.faults.front().said.zh << " of " << read.faults.front().said.en;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Broken, testing::ValuesIn(broken()), [](const auto& file) { return file.param; });

TEST(Check, FindsNothingInASoundProcedure) {
  const auto findings = findings_of(slurp(here("errand.toml")));
  EXPECT_TRUE(findings.empty()) << told(findings);
}

class Shipped : public testing::TestWithParam<std::string> {};

TEST_P(Shipped, PassesWithoutErrors) {
  const toml_files::ProcedureRead read = toml_files::read_procedure(procedures_folder() / GetParam());
  ASSERT_TRUE(read.faults.empty()) << read.faults.front().field << ": " << read.faults.front().detail;
  const auto findings = check(read.procedure, base_pack(), verbs_of(read.procedure));
  EXPECT_FALSE(has_errors(findings)) << told(findings);
}

INSTANTIATE_TEST_SUITE_P(Procedures, Shipped, testing::ValuesIn(shipped()), [](const auto& folder) { return folder.param; });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Shipped);

TEST(Stories, ThatReachNotEveryStepOrNotBothSidesOfAGuardAreNamed) {
  const toml_files::ProcedureRead read = read_errand(slurp(here("errand.toml")));
  StoryCoverage coverage;
  coverage.steps = {"asked", "going", "done", "visit.planned", "visit.made"};
  coverage.done = {"ask", "take", "wait", "plan_visit", "report_visit", "give_up"};
  const std::string text = told(check_stories(read.procedure, coverage));
  EXPECT_EQ(text,
            "error step.dropped: no story reaches this step -> write a story that comes this way\n"
            "error record.visit.step.missed: no story brings the record to this step -> write a story that comes this way\n"
            "error auto[0]: in no story it moves by itself from going to done -> write a story that comes this way\n"
            "error action.report_visit.who: no story is refused by `who` -> write a line that is refused (REFUSED)\n"
            "error action.drop: no story does this action -> write a story that comes this way\n");
  coverage.steps.insert({"dropped", "visit.missed"});
  coverage.autos.insert("going>done");
  coverage.done.insert("drop");
  coverage.refused.insert("report_visit.who");
  EXPECT_TRUE(check_stories(read.procedure, coverage).empty());
}

}  // namespace
}  // namespace shaoyin::procedure
