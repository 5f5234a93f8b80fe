# One opinion becomes a topic; its answer has a reason; the work has a number; what became of it is seen by another unit and told: you said, we did.
story: You said, we did
kind:  opinion
rows:  68
place: 120103004010
2024-03-04 08:50  supervision    task: set_task(parks; benches on the path; set them; sports_bureau; +200d 09:15)  drafted
           09:00  voice_desk     topic: open_topic(benches on the river path; environment; sports_bureau)  gathering
           09:10  resident       opinion: submit(words: my mother needs a rest on the way; about: environment; wish: reply)  submitted
           09:20  voice_desk     opinion: join(topic)                               joined
           09:30  voice_desk     topic: go_to_answer                             answering  owner sports_bureau  answer by 2024-03-25 17:30
           10:00  voice_sports   topic: draft_answer(not_accepted; will_do; no)  REFUSED when
           10:10  voice_sports   topic: draft_answer(partly; needs_budget; some this year)  answering
           10:20  voice_sports   topic: send_back(write how many)                REFUSED who
           10:30  voice_city_head  topic: send_back(write when)                  answering
           10:40  voice_sports   topic: draft_answer(decision: partly; why: needs_budget; reason: four by June, eight next year)  answering
           10:50  voice_city_head  topic: publish_answer#2                       carrying_out  result by 2024-09-05 00:00
           11:00  voice_city     topic: link_work(task)                          REFUSED who
           11:10  voice_sports   topic: link_work(task)                          carrying_out
           11:20  voice_desk     opinion: answer_with_topic(partly; needs_budget; four by June)  told
2024-06-03 09:00  voice_city     topic: report_outcome(as_promised; four benches; a photo of the path)  REFUSED who
           09:10  voice_sports   topic: report_outcome(as_promised; four benches stand; a photo of three benches)  carrying_out
           09:20  voice_sports   topic: report_outcome(as_promised; four benches; a photo)  REFUSED when
           09:30  voice_desk     topic: see_outcome(not_so; I counted three)        carrying_out
           10:00  voice_sports   topic: report_outcome(as_promised; the fourth stands too; a photo of four benches)  carrying_out
           10:10  voice_sports   topic: see_outcome#2(seen; indeed)                 REFUSED may
           10:20  voice_city_count  topic: see_outcome#2(seen; indeed)              REFUSED who
           10:30  voice_desk     topic: see_outcome#2(seen; counted four)           shown  field.done as_promised
2024-07-04 00:01  clock          topic: -                                        topic: closed
