# A low-income household that is only recognised gets no money and stands in no public notice (谁救助谁公示). It may give up whenever it likes; who
# reads the file for a reason is let in and out again. And each guard is seen from its other side.
story: Recognised, not published
kind:  aid_application
place: 120103004010001
2024-05-06 09:00  aid_eager      open(need: little and much to pay for medicine; category: hardship; family: subsistence; people: 4; applicant: He)  received
           09:01  aid_eager      sort_out(subsistence; ours)             REFUSED who
           09:02  aid_eager      hand_on(medical; health_office; theirs)  REFUSED who
           09:03  aid_eager      ask_more_time(+90d 17:30; we are slow)  REFUSED who
           09:10  aid_clerk      sort_out(subsistence; ours)             checking
           09:11  aid_eager      record_consent(check; +60d 17:30; the signed letter)  checking
           09:12  aid_eager      check_income(1200; employer)            REFUSED who
           09:13  aid_eager      check_assets(1; bank)                   REFUSED who
           09:14  aid_eager      check_by_bureau(1200; employer)         REFUSED who
           09:15  aid_eager      visit_home(2; fine; a note)             REFUSED who
           09:16  aid_eager      publish_opinion(monthly; 1; fine)       REFUSED who
           09:17  aid_eager      give_opinion(give; recognition; fine)   REFUSED who
           09:20  aid_clerk      give_opinion(give; recognition; fine)   REFUSED when
           09:21  aid_clerk      check_income(1200; employer)            checking
           09:30  aid_clerk      give_opinion(give; monthly; fine)       REFUSED when
           09:31  aid_clerk      give_opinion(give; recognition; below one and a half of the standard)  deciding
           09:40  aid_eager      grant(1; yearly; fine)                  REFUSED who
           09:41  aid_eager      recognise(yearly; fine)                 REFUSED who
           09:42  aid_eager      look_closer(why)                        REFUSED who
           09:43  aid_eager      refuse(no; none)                        REFUSED who
           09:50  aid_approver   grant(100; yearly; fine)                REFUSED when
           10:00  aid_approver   recognise(yearly; agreed)               receiving  renew by 2025-05-07 00:00
           10:10  aid_eager      prepare_payment(100)                    REFUSED who
           10:11  aid_eager      check_renewal(unchanged; fine; a note)  REFUSED who
           10:12  aid_eager      change_amount(100; more)                REFUSED who
           10:13  aid_eager      stop_benefit(no; none)                  REFUSED who
           10:14  aid_eager      let_in(p-investigator; a review)        REFUSED who
           10:15  investigator   declare_interest(none)                  REFUSED id
           10:20  aid_approver   let_in(p-investigator; a review asks)   receiving
           10:30  investigator   declare_interest(I know them)           receiving
           10:31  aid_eager      end_reading#1                           REFUSED who
           10:40  aid_approver   end_reading#1                           receiving
           11:00  aid_eager      give_up(the son earns now)              completed
           11:10  aid_eager      two: open(need: the rent; category: hardship; family: temporary; people: 1; applicant: Jin)  received
           11:11  aid_eager      two: record_consent(check; +20d 17:30; the signed letter)  received
           11:12  aid_clerk      two: sort_out(temporary; ours)          checking
           11:13  aid_clerk      two: check_income(5000; employer)       checking
           11:14  bureau_handler  two: check_by_bureau(5000; registry)   checking
           11:20  aid_clerk      two: give_opinion(do_not_give; once; far above)  deciding
           11:30  aid_approver   two: recognise(yearly; no)              REFUSED when
           11:40  aid_approver   two: refuse(far above; the employer's fund)  refusing
           11:50  aid_eager      two: deliver(a letter)                  REFUSED who
           11:51  aid_eager      two: reconsider(no)                     REFUSED who
# The authorisation has run out by itself, and who looks again asks again.
2024-06-03 09:00  aid_deputy     two: reconsider(he has lost the work)   received
           09:10  aid_clerk      two: sort_out(temporary; ours)          checking
           09:20  bureau_handler  two: check_by_bureau(0; employer)      REFUSED when
           09:30  aid_eager      two: record_consent(check; +200d 17:30; a new letter)  checking
           09:31  aid_clerk      two: check_income(0; employer)          checking
           09:32  aid_clerk      two: visit_home(2; as he says; a note)  checking
           09:33  aid_clerk      two: publish_opinion(once; 800; as the checks say)  publicising
2024-06-11 09:00  aid_deputy     two: grant(800; yearly; agreed)         paying
           09:10  aid_clerk      two: prepare_payment(800)               paying
           09:20  aid_eager      two: pay#1(7; a slip)                   REFUSED who
           09:30  aid_eager      two: strike_payment#1(no)               REFUSED who
