#include "app/tidy.h"

#include "app/attach.h"

namespace shaoyin::app {

Result<Tidied> tidy(House& house) {
  Tidied done;
  const Result<int> answers = house.store().forget_answers(house.district().id, house.now() - kAnswersKept, kTidiedMax);
  if (!answers) return answers.error();
  done.answers = *answers;
  // The rows first: a file without a row is removed by nobody, but nobody can name it either, and it stays sealed.
  const auto files = house.store().forget_unused_files(house.district().id, house.now() - kUnusedFilesKept, kTidiedMax);
  if (!files) return files.error();
  done.files = static_cast<int>(files->size());
  for (const FileRow& file : *files) {
    if (house.files() == nullptr) break;
    if (Status removed = house.files()->remove(file.name); !removed) return removed.error();
  }
  return done;
}

}  // namespace shaoyin::app
