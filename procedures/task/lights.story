# The light follows the pace by the date alone: yellow behind it, red when a milestone was missed as well. A slip goes out under yellow and red only; a
# hand covers the light with a reason and an end; the notice comes down by itself. Under green no slip can be issued, and only under red is a unit summoned: that is how this story sees it.
story: A park that falls behind
kind:  task
rows:  1
place: 120103
2024-03-04 09:00  supervision    set_task(parks; open the park; mend the paths and open it; telecom_company; +100d 09:15)  REFUSED when
2024-03-04 09:00  supervision    set_task(parks; open the park; mend the paths and open it; sports_bureau; +100d 09:15)  drafted
           09:05  supervision    add_milestone(paths mended; 50; sports_bureau; +40d 09:15)  drafted
           09:06  supervision    add_last_milestone(park open; sports_bureau; +90d 09:15)  drafted
           09:07  supervision    add_last_milestone(nothing is left; sports_bureau; +90d 09:15)  REFUSED law
           09:10  supervision    take_down                              REFUSED step
           09:15  supervision    issue                                  signing
           09:20  sports_office  agree                                  working
           09:30  supervision    issue_slip(why so late?)               REFUSED when
           09:40  supervision    take_down                              REFUSED when
           09:41  supervision    put_up                                 working  bulletin by 2024-04-04 00:00
           09:42  supervision    put_up                                 REFUSED when
           09:50  supervision    take_down                              working
           09:55  supervision    put_up                                 working
# Twenty days of a hundred are gone and nothing is checked: on course. On the twenty-second it is behind.
2024-03-24 09:00  supervision    issue_slip(why so late?)               REFUSED when
2024-03-27 09:00  supervision    issue_slip(why so late?)               working  answer_slip by +5d 17:30
           09:10  supervision    issue_slip(and again?)                 REFUSED when
           09:20  city_office    answer_slip#1(rain)                    REFUSED who
           09:30  sports_office  answer_slip(rain)                      working
           10:00  supervision    settle_slip(issued; and what do you do about it?)  working
           10:30  sports_office  answer_slip(two more teams)            working
           11:00  supervision    settle_slip(settled; good)             working
           11:10  supervision    lift_light                             REFUSED when
           11:20  city_office    set_light(green; two teams more)       REFUSED may
           11:21  supervision    set_light(green; two teams more)       working  override by 2024-04-11 00:00
           11:30  supervision    issue_slip(no ground)                  REFUSED when
           12:00  supervision    lift_light                             working
           12:10  supervision    issue_slip(where are they?)            working
           12:20  sports_office  answer_slip(on Monday)                 working
           12:30  supervision    settle_slip(settled; good)             working
           12:40  supervision    set_light(green; they come on Monday)  working
# The notice of 4 March came down by itself.
2024-04-05 09:00  supervision    put_up                                 working
2024-04-10 23:00  supervision    issue_slip(it is covered)              REFUSED when
2024-04-11 00:01  supervision    issue_slip(the cover has ended)        working
           09:10  sports_office  answer_slip(they came)                 working
           09:20  supervision    settle_slip(settled; good)             working
# The first milestone is missed on 13 April; two days later more than forty of a hundred days are gone as well.
2024-04-14 09:00  leader         summon(what is in the way?)            REFUSED when
2024-04-16 09:00  clock          -                                      working  overdue reach  overdue report
           09:10  leader         summon(what is in the way?)            working
           09:30  sports_office  report_progress(the paths are mended, late)  working
           09:40  sports_office  finish_milestone#1(the paths)          working
           09:50  city_office    check_milestone#1(checked; walked along)  working
# Fifty checked, forty-five gone, and a report: green again.
2024-04-19 09:00  supervision    issue_slip(no ground)                  REFUSED when
2024-05-20 09:00  leader         end_task(the park is given to the city)  ended
