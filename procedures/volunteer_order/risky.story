# Risky work begins after training and insurance, and not before.
story: First training and insurance
kind:  volunteer_order
rows: 47
place: 120103004010
2024-07-15 09:00  asker            offer_work(need: stand at the flooded underpass; at: +1d 18:00; hours: 3; risky: yes; risks: deep water, traffic; offer.unit: volunteers; offer.group: west_bank)  offered
           09:10  volunteer        take(yes; yes)                         accepted
           09:20  volunteer        begin(offline; patrol_work; 09:20)     REFUSED when
           09:30  stranger         prepare(training; an hour on the spot)  REFUSED who
           09:31  asker            prepare(training; an hour on the spot)  accepted
           09:32  volunteer        begin(offline; patrol_work; 09:32)     REFUSED when
           09:40  asker            prepare(insurance; policy 2024-07)     accepted
2024-07-16 18:00  volunteer        begin(offline; patrol_work; 18:00)     serving
           18:01  stranger         strike_service(rain)                   REFUSED who
           18:02  asker            strike_service(the water has gone)     serving
           18:10  volunteer        begin(offline; patrol_work; 18:10)     serving
           18:11  asker            confirm_begin#2                        serving
           20:10  volunteer        end#2(2; nobody drove in; a photo of the barrier)  serving
           20:15  asker            confirm_end#2(confirmed)               serving
           20:20  asker            finish                                 completed
