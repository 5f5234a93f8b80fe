// Drawings: every step, action and clock is in them, in both languages; a large procedure is checked and drawn at once.
#include <gtest/gtest.h>

#include "core/procedure/draw.h"
#include "tests/procedures/errand.h"
#include "tests/procedures/shipped.h"

namespace shaoyin::procedure {
namespace {

TEST(Draw, DotShowsStepsArrowsClocksAndRecords) {
  const Procedure p = read_errand(slurp(here("errand.toml"))).procedure;
  const std::string dot = draw_dot(p);
  for (const char* line : {"\"asked\" -> \"going\" [label=\"文本 / take\", style=solid];", "\"going\" -> \"done\" [label=\"\", style=dashed];",
                           "\"going.clock.go\" [label=\"文本 / go · ERRAND-GO\", shape=note];", "subgraph \"cluster_visit\" {",
                           "\"visit.planned\" -> \"visit.made\" [label=\"文本 / report_visit\", style=solid];", "\"dropped\" [label=\"文本 / dropped\", shape=box, peripheries=2];"}) {
    EXPECT_NE(dot.find(line), std::string::npos) << line << "\nin\n" << dot;
  }
}

TEST(Draw, LabelsCannotBreakOutOfEitherDrawing) {
  Procedure p = read_errand(slurp(here("errand.toml"))).procedure;
  p.texts["step.asked"] = {"<script>", "a \"quote\" & more"};
  EXPECT_NE(draw_svg(p).find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(draw_svg(p).find("<script"), std::string::npos);
  EXPECT_NE(draw_dot(p).find("a \\\"quote\\\" & more"), std::string::npos);
}

TEST(Draw, SvgNamesEveryStepInBothLanguages) {
  for (const std::string& kind : shipped()) {
    const Procedure p = toml_files::read_procedure(procedures_folder() / kind).procedure;
    const std::string svg = draw_svg(p);
    for (const StepSpec& step : p.steps) {
      EXPECT_NE(svg.find(">" + p.text("step." + step.name).zh + "</text>"), std::string::npos) << kind << " " << step.name;
      EXPECT_NE(svg.find(">" + p.text("step." + step.name).en + "</text>"), std::string::npos) << kind << " " << step.name;
    }
  }
}

// Sixteen steps and more than a hundred arrows: as large as an official would still draw on one sheet.
TEST(Draw, ALargeProcedureIsReadCheckedAndDrawn) {
  std::string source = "kind = \"large\"\nbecause = \"an invented rule\"\nfinal_steps = [\"s15\"]\n";
  for (int i = 0; i < 15; ++i) source += "[step.s" + std::to_string(i) + "]\nowner = \"opener.unit\"\n[step.s" + std::to_string(i) + ".clock.c" + std::to_string(i) + "]\nkind = \"duty\"\ndeadline = \"ERRAND-GO\"\nat_end = [\"escalate\"]\n";
  source += "[[action]]\nname = \"begin\"\nfrom = []\nto = \"s0\"\nmay = \"errand.ask\"\n";
  for (int i = 0; i < 105; ++i) source += "[[action]]\nname = \"a" + std::to_string(i) + "\"\nfrom = [\"s" + std::to_string(i % 15) + "\"]\nto = \"s" + std::to_string((i * 7 + 1) % 16) + "\"\nmay = \"errand.do\"\n";
  const auto read = read_errand(source);
  ASSERT_TRUE(read.faults.empty()) << read.faults.front().detail;
  EXPECT_GE(read.procedure.actions.size(), 100U);
  EXPECT_FALSE(has_errors(check(read.procedure, errand_pack(), errand_verbs())));
  EXPECT_GT(draw_svg(read.procedure).size(), 10'000U);
  EXPECT_GT(draw_dot(read.procedure).size(), 5'000U);
}

}  // namespace
}  // namespace shaoyin::procedure
