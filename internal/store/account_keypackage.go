package store

import (
	"context"
	"database/sql"

	"alcove/internal/account"
)

// PublishKeyPackages adds packages of a device within the limits.
func (s Accounts) PublishKeyPackages(ctx context.Context, id account.ID, device [16]byte, packages [][]byte, lastResort []byte) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		var ready, others int
		if err := tx.QueryRow(`SELECT
			(SELECT count(*) FROM key_package WHERE account_id = ?1 AND device_id = ?2 AND last_resort = 0),
			(SELECT count(DISTINCT device_id) FROM key_package WHERE account_id = ?1 AND device_id <> ?2)`, id[:], device[:]).
			Scan(&ready, &others); err != nil {
			return err
		}
		if others >= account.MaxDevices {
			return account.ErrTooManyDevices
		}
		if ready+len(packages) > account.MaxKeyPackages {
			return account.ErrTooManyPackages
		}
		for _, p := range packages {
			if err := insertKeyPackage(tx, id, device, 0, p); err != nil {
				return err
			}
		}
		if len(lastResort) == 0 {
			return nil
		}
		if _, err := tx.Exec(`DELETE FROM key_package WHERE account_id = ? AND device_id = ? AND last_resort = 1`, id[:], device[:]); err != nil {
			return err
		}
		return insertKeyPackage(tx, id, device, 1, lastResort)
	})
}

func insertKeyPackage(tx *sql.Tx, id account.ID, device [16]byte, lastResort int, p []byte) error {
	_, err := tx.Exec(`INSERT INTO key_package (account_id, device_id, last_resort, package) VALUES (?,?,?,?)`, id[:], device[:], lastResort, p)
	return err
}

// ClaimKeyPackages takes the oldest package of each device, or leaves and answers
// with its last-resort one.
func (s Accounts) ClaimKeyPackages(ctx context.Context, id account.ID) (claimed []account.DeviceKeyPackage, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		var taken []int64
		claimed, taken, err = oldestKeyPackages(tx, id)
		if err != nil {
			return err
		}
		for _, row := range taken {
			if _, err := tx.Exec(`DELETE FROM key_package WHERE id = ?`, row); err != nil {
				return err
			}
		}
		return nil
	})
	return claimed, err
}

// oldestKeyPackages returns one package a device and the row ids of those that
// are not last resorts and so are used up.
func oldestKeyPackages(tx *sql.Tx, id account.ID) (found []account.DeviceKeyPackage, taken []int64, err error) {
	rows, err := tx.Query(`SELECT id, device_id, last_resort, package FROM key_package AS k WHERE account_id = ? AND id =
		(SELECT id FROM key_package AS f WHERE f.account_id = k.account_id AND f.device_id = k.device_id ORDER BY last_resort, id LIMIT 1)
		ORDER BY id`, id[:])
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var row int64
		var device []byte
		var last bool
		var d account.DeviceKeyPackage
		if err := rows.Scan(&row, &device, &last, &d.KeyPackage); err != nil {
			return nil, nil, err
		}
		d.DeviceID = [16]byte(device)
		found = append(found, d)
		if !last {
			taken = append(taken, row)
		}
	}
	return found, taken, rows.Err()
}

// CountKeyPackages counts a device's ordinary packages.
func (s Accounts) CountKeyPackages(ctx context.Context, id account.ID, device [16]byte) (n int, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT count(*) FROM key_package WHERE account_id = ? AND device_id = ? AND last_resort = 0`,
		id[:], device[:]).Scan(&n)
	return n, err
}

// RemoveDevice deletes all packages of a device.
func (s Accounts) RemoveDevice(ctx context.Context, id account.ID, device [16]byte) error {
	return s.exec(ctx, `DELETE FROM key_package WHERE account_id = ? AND device_id = ?`, id[:], device[:])
}
