// Keeping a file that somebody attaches to a matter, before an action names it as evidence.
#pragma once

#include <string>
#include <string_view>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

// A reported problem has a few photos before and after, a joint plan some contracts: two hundred files of phone size are
// more than any matter needs, and without an end one account could fill the disk.
inline constexpr FileQuota kFilesPerMatter{200, 500'000'000};
// Six photos show any place from every side; more from one resident is a mistake or an attack on the disk.
inline constexpr int kFilesOfReporter = 6;
// Nobody fills in a form for a day. An upload that no entry names by then was given up.
inline constexpr Millis kUnusedFilesKept = days(1);

// Whether such a file may become evidence: a photo (JPEG, PNG, WebP), and from staff a paper (PDF) too, judged by its first bytes.
// What else is kept nobody could look at on the page, and it might be a program. Error kMalformed, field "body".
[[nodiscard]] Status check_kind(std::string_view bytes, bool from_resident);

// Keeps the file under the matter's key and returns its name; of a picture without what the camera wrote into it (core/base/photo.h), whoever sends it, so
// that nobody's way is kept and one picture is one proof, sent with its metadata or without. Only who could do something now that takes evidence may
// attach it: reading a matter is not enough. The same file sent again is kept once. A resident may add kFilesOfReporter beside what
// others' entries name. Errors: kForbidden (detail "evidence"), kMalformed (check_kind(), or a picture that is not complete), kTooLarge (the file, or the matter is full), kTooLong (a resident
// has sent as many as they may), kNotAllowedNow (the content was erased), those of the store and of Files::put(); then nothing is kept.
[[nodiscard]] Result<std::string> attach(House& house, Files& files, const access::Caller& caller, const Loaded& loaded, std::string_view bytes);

}  // namespace shaoyin::app
