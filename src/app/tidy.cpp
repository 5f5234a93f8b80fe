#include "app/tidy.h"

namespace shaoyin::app {

Result<Tidied> tidy(House& house) {
  Tidied done;
  const Result<int> answers = house.store().forget_answers(house.district().id, house.now() - kAnswersKept, kTidiedMax);
  if (!answers) return answers.error();
  done.answers = *answers;
  return done;
}

}  // namespace shaoyin::app
