// Messages as residents of an invented district might write them, made from parts by a seed: for tests only. All of
// our own writing; no place, firm or person in them exists.
#pragma once

#include <string>
#include <vector>

#include "core/triage/chance.h"
#include "core/triage/train.h"

namespace shaoyin::triage {

struct Subject {
  const char* label;
  std::vector<const char*> what, then;
};

inline const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all = {
      {"城建", {"再生水管爆裂", "路灯整夜不亮", "人行道地砖塌陷", "井盖丢失", "外墙瓷砖脱落"}, {"施工单位迟迟不来修补", "路面坑洼，雨天积水", "希望尽快维修"}},
      {"环保", {"工厂夜间排放废气", "河水发黑发臭", "垃圾焚烧浓烟滚滚", "餐馆油烟直排", "工地噪声彻夜不停"}, {"气味刺鼻，无法开窗", "要求检测空气和水质", "污染多年无人治理"}},
      {"教育", {"幼儿园名额不足", "中学假期补课收费", "教师资格证迟迟不发", "校服价格过高", "学区划分不清"}, {"孩子入学没有着落", "家长意见很大", "请教育部门答复"}},
      {"交通", {"公交车半小时一班", "出租车拒载", "红绿灯配时不合理", "货车占道停放", "客运站绕路揽客"}, {"上下班十分拥堵", "乘客等候太久", "请增加班次"}},
  };
  return all;
}

inline std::string pick(Chance& chance, const std::vector<const char*>& parts) { return parts[chance.next() % parts.size()]; }

inline Example synthetic_example(Chance& chance, std::size_t number) {
  static const std::vector<const char*> places = {"甲新村", "乙家园", "丙花苑", "丁里社区", "戊河路", "己桥北街"};
  static const std::vector<const char*> openings = {"您好，", "尊敬的领导：", "反映一个问题。", "请问", ""};
  const Subject& subject = subjects()[chance.next() % subjects().size()];
  const std::string place = pick(chance, places), what = pick(chance, subject.what);
  std::string text = place + what + " " + pick(chance, openings) + place + std::to_string(chance.next() % 40 + 1) + "号附近" + what + "，" + pick(chance, subject.then) + "。";
  if (chance.next() % 2 == 0) text += "已经" + std::to_string(chance.next() % 9 + 2) + "天了，" + pick(chance, subject.then) + "！";
  return {"m" + std::to_string(number), subject.label, text};
}

inline std::vector<Example> synthetic_examples(std::size_t count, std::uint64_t seed) {
  Chance chance(seed);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < count; ++i) examples.push_back(synthetic_example(chance, i));
  return examples;
}

}  // namespace shaoyin::triage
