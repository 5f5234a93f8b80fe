# A post bears one open matter in the story town. Two are open and one post is filled: a proposal to cut the grids anew follows by itself, and somebody else than
# whoever counted decides on it. What is counted is open matters at a place against posts; no person is named anywhere.
story: More than the posts bear
kind:  team_load
rows:  73
place: 120103004010
2024-01-08 09:00  team_clerk      set_up(the team of Locust; grid, window)  watching  owner street  count by 2024-04-10 00:00
           09:10  team_clerk      count_load                              watching  field.open_matters 0
           09:20  team_leader     decide_proposal#1(fill_posts; +30d 17:30; fill it)  REFUSED record
           09:30  team_clerk      leave_vacant#2(lent to flood control)   watching
           10:00  resident        report: report(no light on the stairs)  reported
           10:01  aid_worker      household: open(a couple, both ill; hardship; 2; Zhao)  following
           10:05  team_community  team_load: count_load                              REFUSED may
           10:06  team_district   team_load: count_load                              REFUSED who
           10:10  team_clerk      team_load: count_load                              watching  field.open_matters 2
           10:20  team_clerk      team_load: count_load                              watching
           10:21  team_leader     team_load: decide_proposal#2(fill_posts; +30d 17:30; only one is raised at a time)  REFUSED record
           10:25  team_community  team_load: ask_for_relief(we cannot follow)        REFUSED when
           10:30  team_clerk      team_load: decide_proposal#1(cut_grids_anew; +30d 17:30; two grids into three)  REFUSED may
           10:31  team_district   team_load: decide_proposal#1(cut_grids_anew; +30d 17:30; two grids into three)  REFUSED who
           10:32  team_district   team_load: decline_proposal#1(no)                  REFUSED who
           10:40  team_leader     team_load: decide_proposal#1(cut_grids_anew; +30d 17:30; two grids into three)  watching  carry by 2024-02-07 17:30
2024-02-05 09:00  team_district   team_load: carry_out#1(done; the new list)         REFUSED who
           09:10  team_clerk      team_load: carry_out#1(three grids; the new list)  watching
           09:20  team_district   team_load: fill_post#2(he is back)                 REFUSED who
           09:21  team_clerk      team_load: fill_post#2(back from flood control)    watching
           09:30  team_clerk      team_load: count_load                              watching  field.bears 2
           09:35  team_clerk      team_load: ask_for_relief(for them)                REFUSED who
           09:40  team_community  team_load: ask_for_relief(the school begins in our streets)  watching
           09:50  team_leader     team_load: decline_proposal#2(two posts bear what is open)  watching
           10:00  team_district   team_load: add_post(aid)                           REFUSED who
           10:01  team_clerk      team_load: add_post(aid)                           watching
           10:02  team_district   team_load: end_post#1(no more)                     REFUSED who
           10:03  team_leader     team_load: end_post#1(one of the grids was joined)  watching
           10:05  team_district   team_load: leave_vacant#2(no)                      REFUSED who
           10:10  team_clerk      team_load: leave_vacant#2(ill)                     watching
           10:11  team_clerk      team_load: leave_vacant#3(ill)                     watching
           10:12  team_clerk      team_load: count_load                              REFUSED when
           10:20  team_district   team_load: close(merged)                           REFUSED who
           10:30  team_leader     team_load: close(merged with the next one)         closed
           10:40  team_leader     team_load: count_load                              REFUSED step
