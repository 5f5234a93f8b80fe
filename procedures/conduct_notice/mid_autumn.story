# Before the Mid-Autumn Festival each unit says that it has read the notice; who has not is reminded; the notice ends with the holiday.
story: A clean Mid-Autumn Festival
kind:  conduct_notice
rows:  28
place: 120103
2024-09-10 08:50  notice_office  twice: send_notice(no gifts; mid_autumn_national_day; +28d 23:59; sports_bureau, sports_bureau)  REFUSED law
           09:00  notice_office  send_notice(no gifts, no meals, no public cars; mid_autumn_national_day; +28d 23:59; sports_bureau, civil_affairs)  out  read_it by 2024-09-13 17:30
           09:10  notice_office  add_unit(sports_bureau)          REFUSED law
           09:11  notice_office  add_unit(personnel)              out
           10:00  notice_civil   confirm_read#1(for them)         REFUSED who
           10:10  notice_sports  confirm_read#1(read out at the meeting)  out
2024-09-14 09:00  clock          -                                out  overdue read_it
           09:30  notice_civil   confirm_read#2(posted in the hall)  out
2024-10-09 00:00  clock          -                                over
2024-12-25 09:00  notice_office  soon: send_notice(no calendars; new_year; +10d 23:59; sports_bureau)  out
           09:10  notice_office  soon: take_back(the wrong holiday)  dropped
