#include "core/walk/profile.h"

#include <algorithm>
#include <array>

namespace shaoyin::walk {
namespace {

// Our assumptions, in one place; a district may measure its own.
constexpr std::uint16_t kStepsPercent = 200;     // climbing takes about twice the time of the level
constexpr std::uint16_t kCompoundPercent = 150;  // through other people's compound one goes when it pays
constexpr std::uint16_t kSignalWait_s = 20;      // half of a common red phase
constexpr std::uint16_t kCrossingWait_s = 5;
constexpr std::uint16_t kGateWait_s = 5;

class Tags {
 public:
  explicit Tags(std::span<const Tag> tags) : tags_(tags) {}
  [[nodiscard]] std::string_view operator[](std::string_view key) const {
    const auto found = std::find_if(tags_.begin(), tags_.end(), [&](const Tag& tag) { return tag.key == key; });
    return found == tags_.end() ? std::string_view() : found->value;
  }
  [[nodiscard]] bool is(std::string_view key, std::initializer_list<std::string_view> values) const {
    const std::string_view value = (*this)[key];
    return !value.empty() && std::find(values.begin(), values.end(), value) != values.end();
  }
  [[nodiscard]] bool has(std::string_view key) const { return !(*this)[key].empty(); }

 private:
  std::span<const Tag> tags_;
};

bool welcomes_feet(const Tags& tags) { return tags.is("foot", {"yes", "designated", "permissive", "official"}); }
bool refuses_feet(const Tags& tags) { return tags.is("foot", {"no", "private", "use_sidepath"}); }

bool has_pavement(const Tags& tags) {
  return tags.is("sidewalk", {"both", "left", "right", "yes"}) || tags.is("sidewalk:both", {"yes"}) ||
         tags.is("sidewalk:left", {"yes"}) || tags.is("sidewalk:right", {"yes"});
}

// A main road is walked along unless its pavement is drawn by itself or said to be missing.
bool main_road_is_walked(const Tags& tags) {
  return welcomes_feet(tags) || !(tags.is("sidewalk", {"no", "none", "separate"}) || tags.is("sidewalk:both", {"no", "separate"}));
}

bool highway_is_walked(const Tags& tags) {
  if (tags.is("highway", {"footway", "pedestrian", "path", "steps", "living_street", "residential", "service", "unclassified", "tertiary",
                          "tertiary_link", "track", "crossing", "corridor", "road", "cycleway", "bridleway", "platform", "elevator"})) return true;
  if (tags.is("highway", {"primary", "primary_link", "secondary", "secondary_link"})) return main_road_is_walked(tags);
  if (tags.is("highway", {"trunk", "trunk_link"})) return welcomes_feet(tags) || has_pavement(tags);
  if (tags.is("highway", {"motorway", "motorway_link", "construction", "proposed", "raceway", "bus_guideway"})) return false;
  return tags.is("railway", {"platform"}) || tags.is("public_transport", {"platform"}) || tags.is("man_made", {"pier"}) || tags.is("route", {"ferry"});
}

bool closed_to_strangers(const Tags& tags) {
  return tags.is("access", {"private", "residents", "permit", "customers", "delivery"}) && !welcomes_feet(tags);
}

bool closed(const Tags& tags) {
  return refuses_feet(tags) || tags.is("motorroad", {"yes"}) || (tags.is("access", {"no"}) && !welcomes_feet(tags));
}

bool keeps_hours(const Tags& tags) { return tags.has("opening_hours") && !tags.is("opening_hours", {"24/7"}); }

bool steps_without_ramp(const Tags& tags) {
  return tags.is("highway", {"steps"}) && !tags.is("ramp:wheelchair", {"yes"}) && !tags.is("wheelchair", {"yes"});
}

Traits way_traits(const Tags& tags) {
  Traits traits = 0;
  if (steps_without_ramp(tags) || tags.is("wheelchair", {"no"})) traits |= kSteps;
  if (tags.is("footway", {"crossing"}) || tags.is("highway", {"crossing"})) traits |= kCrossing;
  if (closed_to_strangers(tags)) traits |= kPrivate;
  if (keeps_hours(tags)) traits |= kHours;
  if (tags.is("highway", {"corridor"}) || tags.is("tunnel", {"building_passage"}) || tags.is("indoor", {"yes"})) traits |= kIndoor;
  return traits;
}

std::uint16_t crossing_wait(const Tags& tags) { return tags.is("crossing", {"traffic_signals"}) ? kSignalWait_s : kCrossingWait_s; }

std::optional<Walkway> chinese_walkway(const Tags& tags) {
  if (closed(tags) || !highway_is_walked(tags)) return std::nullopt;
  Walkway way;
  way.traits = way_traits(tags);
  if (tags.is("highway", {"steps"})) way.effort_percent = kStepsPercent;
  else if ((way.traits & kPrivate) != 0) way.effort_percent = kCompoundPercent;
  if ((way.traits & kCrossing) != 0) way.wait_s = crossing_wait(tags);
  return way;
}

std::optional<Walkway> narrow_walkway(const Tags& tags) {
  if (tags.has("junction") || tags.is("route", {"ferry"}) || tags.is("ferry", {"ferry"}) || tags.is("public_transport", {"stop_position", "platform", "stop_area", "station"}) ||
      tags.is("railway", {"halt", "platform", "subway_entrance", "station", "tram_stop"})) {
    return Walkway{};
  }
  if (tags.has("access") && !tags.is("access", {"yes", "permissive", "delivery", "designated", "destination", "agricultural", "forestry", "public"})) return std::nullopt;
  if (tags.is("crossing", {"no"})) return std::nullopt;
  const bool walked = tags.is("highway", {"secondary", "tertiary", "unclassified", "residential", "service", "secondary_link", "tertiary_link", "living_street", "track",
                                          "bicycle_road", "path", "footway", "cycleway", "bridleway", "pedestrian", "crossing", "escape", "escalator", "elevator", "platform", "steps", "ferry"});
  return walked ? std::optional(Walkway{}) : std::nullopt;
}

}  // namespace

std::optional<Walkway> walkway_of(Profile profile, std::span<const Tag> way) {
  return profile == Profile::kChina ? chinese_walkway(Tags(way)) : narrow_walkway(Tags(way));
}

Passage passage_of(Profile profile, std::span<const Tag> point) {
  const Tags tags(point);
  if (profile == Profile::kNarrow || !tags.has("barrier")) return {};
  if (tags.is("barrier", {"kerb", "entrance", "border_control", "toll_booth", "height_restrictor", "cattle_grid"})) return {};
  if (closed(tags) || tags.is("locked", {"yes"}) || (tags.is("barrier", {"wall", "fence", "city_wall", "hedge", "ditch", "retaining_wall"}) && !welcomes_feet(tags))) {
    return {.blocked = true};
  }
  Passage passage{.wait_s = kGateWait_s, .traits = kGate};
  if (tags.is("barrier", {"stile", "turnstile", "full-height_turnstile", "kissing_gate"})) passage.traits |= kNarrow;
  if (tags.is("barrier", {"bollard", "cycle_barrier", "block", "chain"})) passage.wait_s = 0;
  if (keeps_hours(tags)) passage.traits |= kHours;
  if (closed_to_strangers(tags)) passage.traits |= kPrivate;
  return passage;
}

}  // namespace shaoyin::walk
