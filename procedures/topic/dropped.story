# A topic that is none, and one that is not accepted: the ground stands on the board.
story: Dropped, and not accepted
kind:  topic
place: 120103004010
2024-07-04 09:00  voice_desk     quiet: open_topic(a fountain; environment; sports_bureau)  gathering
           09:10  voice_desk     quiet: drop(one opinion only, answered by itself)  dropped
           09:20  voice_desk     no: open_topic(close the river path to bicycles; streets_traffic; city_management)  gathering
           09:30  voice_desk     no: go_to_answer                                answering
           09:40  voice_city     no: draft_answer(decision: not_accepted; why: others_would_suffer; reason: many ride to work there)  answering
           09:50  voice_city_head  no: publish_answer                            shown
